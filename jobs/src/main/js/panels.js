// Small multiples in their section: the form, the legend, the panels and the note.
const MAX_PANEL_COLUMNS = 6;
const MAX_VECTOR_LINES = 24; // of one panel: more are drawn faster as pixels

function makePanels(section, data, across) {
  const view = firstView(data, across), form = section.querySelector('.controls');
  form.addEventListener('change', ({ target }) => {
    choose(view, target.name, target.type === 'checkbox' ? target.checked : target.value);
    render(section, view);
    if (form.elements[target.name]) { form.elements[target.name].focus(); }
  });
  form.addEventListener('submit', event => event.preventDefault());
  render(section, view);
}

function render(section, view) {
  fillControls(section.querySelector('.controls'), view);
  findLines(view);
  view.y = verticalScale(view);
  fillPanels(section.querySelector('.panels'), view);
  fillLegend(section.querySelector('.legend'), view, readLook(view.data), () => {
    view.y = verticalScale(view);
    section.querySelectorAll('.panels .chart').forEach(showAgain);
  });
  section.querySelector('.note').textContent = noteOf(view);
}

function fillPanels(box, view) {
  box.querySelectorAll('.chart').forEach(forget);
  box.textContent = '';
  const [columns, rows] = ['column', 'row'].map(part => [...new Set(view.lines.map(line => line[part]))].sort((a, b) => a - b));
  box.style.setProperty('--columns', Math.min(columns.length, MAX_PANEL_COLUMNS));
  box.dataset.columns = columns.length > 3 ? 'many' : columns.length > 1 ? 'some' : 'one';
  panelsOf(view.lines).forEach(lines => {
    const panel = guardedPanel(view, lines);
    if (columns.length <= MAX_PANEL_COLUMNS) { // a grid, in which cells may be empty
      panel.style.setProperty('--column', columns.indexOf(lines[0].column) + 1);
      panel.style.setProperty('--row', rows.indexOf(lines[0].row) + 1);
    }
    box.append(panel);
  });
}

/** If a panel cannot be made, its place says so and the others are made. */
function guardedPanel(view, lines) {
  try {
    return panelOf(view, lines);
  } catch (problem) {
    console.error(problem);
    return element('figure', { className: 'panel' }, 'This panel cannot be shown: ' + problem.message + '.');
  }
}

function panelOf(view, lines) {
  const title = panelTitle(view, lines[0]);
  const chart = element('div', { className: 'chart', tabIndex: 0, role: 'img', 'aria-label': spokenPanel(view, lines) });
  show(chart, () => panelChart(view, readLook(view.data), lines), lines.length > MAX_VECTOR_LINES ? 'canvas' : 'svg');
  chart.addEventListener('keydown', event => walk(event, chart, visible(view, lines)));
  return element('figure', { className: 'panel', 'data-panel': title }, element('figcaption', {}, title), chart);
}

/** Arrow keys read the values as the mouse does. */
function walk(event, chart, shown) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], drawn = drawnChart(chart);
  if (!step || !drawn || !shown.length) { return; }
  event.preventDefault();
  const longest = shown.reduce((a, b) => b.points.length > a.points.length ? b : a).points;
  const at = Math.max(0, Math.min(longest.length - 1, Number(chart.dataset.at || -1) + step));
  chart.dataset.at = at;
  const x = drawn.convertToPixel({ xAxisIndex: 0 }, longest[at].x);
  drawn.dispatchAction({ type: 'showTip', x: x, y: chart.clientHeight / 2 });
}
