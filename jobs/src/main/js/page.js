// The start: the first chart is shown before the rest is made. A section that fails does not affect the others.

async function unpack(packed) {
  if (!window.DecompressionStream) { throw new Error('they need a newer browser: this one has no DecompressionStream'); }
  const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function loadCharts() {
  const script = element('script', { textContent: await unpack(document.getElementById('library').textContent) });
  document.head.append(script);
  script.remove();
  if (!window.echarts) { throw new Error('the chart library could not be run'); }
}

/** Makes a section, which must be visible for that; if it fails, the static content is shown again. */
function makeSection(id, make) {
  const section = document.getElementById(id);
  if (!section) { return; }
  const scripted = section.querySelector('.scripted');
  try {
    scripted.hidden = false;
    section.dataset.made = 'true';
    make(section);
  } catch (problem) {
    unmakeSection(section, problem);
  }
}

function unmakeSection(section, problem) {
  const words = section.querySelector('.unscripted');
  section.querySelector('.scripted').hidden = true;
  delete section.dataset.made;
  words.hidden = false;
  words.textContent = 'This section cannot be shown: ' + (problem.message || problem) + '. The tables of this page have the numbers.';
  console.error(problem);
}

/** Waits until a frame has been shown, or half a second: hidden tabs show no frames. */
function frameShown() {
  return new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 500); });
}

/** Writes the full paths of the tables, which are beside the page. */
function showPaths(href) {
  const folder = folderOf(href);
  if (folder === null) { return; }
  document.querySelectorAll('#tables .path').forEach(path => {
    path.textContent = literal(path.dataset.language, pathIn(folder, path.textContent.slice(1, -1)));
  });
}

async function start() {
  const data = readData(JSON.parse(document.getElementById('data').textContent));
  try {
    await loadCharts();
    makeSection('epochs', section => {
      makePanels(section, data, false);
      section.querySelectorAll('.chart').forEach((chart, i) => { if (i === 0) { paint(chart); } });
    });
    await frameShown();
    if (data.permutations) { makeSection('permutations', section => makePermutations(section, data)); }
    if (data.axes.length) {
      makeSection('sweep', section => {
        makePanels(section, data, true);
        makeOverviews(data);
      });
    }
  } catch (problem) {
    document.querySelectorAll('#permutations, #epochs, #sweep').forEach(section => unmakeSection(section, problem));
  }
  makeSection('results', section => new Table(section, data));
  showPaths(location.href);
  document.documentElement.dataset.ready = 'true';
}
start();
followLooks();
