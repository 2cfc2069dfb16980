// The start: what is first in sight is drawn first.
new Panels(document.getElementById('epochs'), false);
if (data.axes.length) {
  new Panels(document.getElementById('sweep'), true);
  drawOverviews();
}
new Table(document.getElementById('results'));

// Where the page lies beside its tables their whole path is known.
if (location.protocol === 'file:') {
  const folder = decodeURIComponent(location.pathname).replace(/[^/]*$/, '');
  document.querySelectorAll('#tables .path').forEach(path => { path.textContent = folder + path.textContent; });
}
dark.addEventListener('change', repaint);
// Paper is white, and shows what has not been in sight yet.
window.addEventListener('beforeprint', () => {
  document.documentElement.dataset.print = 'true';
  charts.forEach((chart, box) => paint(box));
  repaint();
});
window.addEventListener('afterprint', () => {
  delete document.documentElement.dataset.print;
  repaint();
});
