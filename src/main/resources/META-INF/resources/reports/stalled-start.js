/* The page by itself; Cockpit has the same list inside it. */
import { start } from './stalled.js';

start({ filter: new URLSearchParams(window.location.search) });
