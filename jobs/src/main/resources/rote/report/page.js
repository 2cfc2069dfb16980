// The start: the first chart is on the screen before the rest is made. What cannot be made leaves the rest as it is.
async function unpacked(element) {
  if (!window.DecompressionStream) { throw new Error('they need a newer browser: this one has no DecompressionStream'); }
  const packed = atob(element.textContent), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i++) { bytes[i] = packed.charCodeAt(i); }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function loadCharts() {
  const script = element('script', { textContent: await unpacked(document.getElementById('library')) });
  document.head.append(script);
  script.remove();
  if (!window.echarts) { throw new Error('the chart library could not be run'); }
}

/** Has a section made in its place, which must be laid out for that; where it fails, what stood there is shown again. */
function made(id, make) {
  const section = document.getElementById(id);
  if (!section) { return; }
  const scripted = section.querySelector('.scripted');
  try {
    scripted.hidden = false;
    section.dataset.made = 'true';
    make(section);
  } catch (problem) {
    unmade(section, problem);
  }
}

function unmade(section, problem) {
  const words = section.querySelector('.unscripted');
  section.querySelector('.scripted').hidden = true;
  delete section.dataset.made;
  words.hidden = false;
  words.textContent = 'What belongs here cannot be shown: ' + (problem.message || problem) + '. The tables of this page have the numbers.';
  console.error(problem);
}

/** A frame has been shown; in a tab that nobody looks at there is none, and work goes on. */
function shown() {
  return new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 500); });
}

async function start() {
  try {
    await loadCharts();
    made('epochs', section => {
      new Panels(section, false);
      document.querySelectorAll('#epochs .chart').forEach((chart, i) => { if (i === 0) { paint(chart); } });
    });
    await shown();
    if (data.axes.length) {
      made('sweep', section => {
        new Panels(section, true);
        drawOverviews();
      });
    }
  } catch (problem) {
    document.querySelectorAll('#epochs, #sweep').forEach(section => unmade(section, problem));
  }
  made('results', section => new Table(section));
  showPaths(location.href);
  document.documentElement.dataset.ready = 'true';
}
start();

if (dark.addEventListener) { dark.addEventListener('change', repaint); }
// Paper is white, and shows what has not been in sight yet.
window.addEventListener('beforeprint', () => {
  document.documentElement.dataset.print = 'true';
  sizeAll();
});
window.addEventListener('afterprint', () => {
  delete document.documentElement.dataset.print;
  sizeAll();
});
