/** A link inside a form opens in a new tab: the form stays, with what was written in it. */
window.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest?.('.fjs-container a[href]');
    if (!link) return;
    link.target = '_blank';
    link.rel = 'noopener';
  },
  true,
);
