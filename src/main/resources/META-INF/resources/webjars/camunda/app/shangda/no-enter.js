/**
 * Enter in a line of text does not send the form: form-js 1.8.7 would send it without the last letters typed, and who
 * writes Chinese presses Enter all the time.
 */
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key === 'Enter' && event.target.matches('.fjs-container input')) event.preventDefault();
  },
  true,
);
