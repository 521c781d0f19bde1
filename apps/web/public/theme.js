// Applies the chosen theme before anything is painted. The app takes over once it has loaded.
(() => {
  let choice = 'system';
  try {
    choice = localStorage.getItem('baton-theme') || 'system';
  } catch {
    // Storage may be switched off: follow the system.
  }
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
  document.querySelector('meta[name="theme-color"]').content = dark ? '#11131a' : '#f5f6fa';
})();
