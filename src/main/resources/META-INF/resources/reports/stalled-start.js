/* The page by itself; Cockpit has the same list inside it. */
import { top } from './top.js';
import { start } from './stalled.js';

start({ filter: new URLSearchParams(window.location.search) });
top('stalled').catch(() => {});
