/** Templates of the own pages: lit-html, as Maven has fetched it (adr/0062). It escapes whatever is put into them. */
export { html, nothing, render, svg } from './vendor/lit-html/lit-html.js';
export { repeat } from './vendor/lit-html/directives/repeat.js';
export { live } from './vendor/lit-html/directives/live.js';
