// The start: the first chart is on the screen before the rest is made.
async function unpacked(element) {
  const packed = atob(element.textContent), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i++) { bytes[i] = packed.charCodeAt(i); }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function start() {
  const library = unpacked(document.getElementById('library'));
  const script = element('script', { textContent: await library });
  document.head.append(script);
  script.remove();
  new Panels(document.getElementById('epochs'), false);
  document.querySelectorAll('#epochs .chart').forEach((chart, i) => { if (i === 0) { paint(chart); } });
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  if (data.axes.length) {
    new Panels(document.getElementById('sweep'), true);
    drawOverviews();
  }
  new Table(document.getElementById('results'));
  document.documentElement.dataset.ready = 'true';
}
start();

// Where the page lies beside its tables their whole path is known.
if (location.protocol === 'file:') {
  const folder = decodeURIComponent(location.pathname).replace(/[^/]*$/, '');
  document.querySelectorAll('#tables .path').forEach(path => { path.textContent = folder + path.textContent; });
}
dark.addEventListener('change', repaint);
// Paper is white, and shows what has not been in sight yet.
window.addEventListener('beforeprint', () => {
  document.documentElement.dataset.print = 'true';
  sizeAll();
});
window.addEventListener('afterprint', () => {
  delete document.documentElement.dataset.print;
  sizeAll();
});
