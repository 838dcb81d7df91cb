// Before the first paint, so that nothing flashes: the colours that were chosen here.
(() => {
  try {
    const chosen = localStorage.getItem('digital-worker.theme');
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // storage may be forbidden: the system's colours then
  }
})();
