/** The root scope of the webapp, which is there some moments after its scripts. */
export const rootScope = new Promise((found) => {
  const look = () => {
    const scope = window.angular?.element(document.body).injector()?.get('$rootScope');
    if (scope) found(scope);
    else setTimeout(look, 50);
  };
  look();
});
