// Charts in the document. A chart is drawn when it comes near the window, and again when the colours change.
const charts = new Map();
const dark = window.matchMedia('(prefers-color-scheme: dark)');
/** Without IntersectionObserver all charts are drawn at once. */
const nearby = window.IntersectionObserver ? new IntersectionObserver(entries =>
  entries.filter(entry => entry.isIntersecting).forEach(entry => paint(entry.target)), { rootMargin: '400px' })
  : { observe: box => setTimeout(() => paint(box)), unobserve: () => {} };
const sized = window.ResizeObserver ? new ResizeObserver(entries => entries.forEach(entry => {
  const chart = charts.get(entry.target);
  if (chart && chart.drawn && entry.contentRect.width) { chart.drawn.resize(); } // a folded chart keeps its size
})) : { observe: () => {}, unobserve: () => {} };

/** Reads the colours of the style sheet, which differ between light and dark, and the width of the window. */
function readLook(data) {
  const style = getComputedStyle(document.documentElement), css = name => style.getPropertyValue('--' + name).trim();
  const [ink, muted, grid, paper, panel, rule] = ['ink', 'muted', 'grid', 'paper', 'panel', 'rule'].map(css);
  return { ink, muted, grid, paper, panel, rule, kind: place => css('kind-' + place), ramp: data.ramp,
    rampFrom: +css('ramp-from'), rampTo: +css('ramp-to'), narrow: window.innerWidth < 560 };
}

function withFrame(option) {
  return { animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option };
}

/** Shows a chart in an element; the function that makes its option is called again when the look changes. */
function show(box, option, renderer) {
  const known = charts.get(box);
  if (known && known.drawn) {
    known.option = option;
    redraw(box, known);
    return;
  }
  charts.set(box, { option: option, renderer: renderer || 'svg', drawn: null });
  sized.observe(box);
  nearby.unobserve(box);
  nearby.observe(box);
}

function paint(box) {
  const chart = charts.get(box);
  if (!window.echarts || !chart || chart.drawn || chart.failed || !box.clientWidth) { return; }
  guarded(box, () => {
    const drawn = echarts.init(box, null, { renderer: chart.renderer });
    drawn.setOption(withFrame(chart.option()));
    chart.drawn = drawn;
    if (!performance.getEntriesByName('first-chart').length) { performance.mark('first-chart'); }
  });
}

function redraw(box, chart) { guarded(box, () => chart.drawn.setOption(withFrame(chart.option()), true)); }

/** If a chart cannot be drawn, its place says so and the others are drawn. */
function guarded(box, draw) {
  try {
    draw();
  } catch (problem) {
    const chart = charts.get(box);
    Object.assign(chart, { failed: true, drawn: null });
    box.textContent = 'This chart cannot be drawn: ' + problem.message + '. The table of results has the numbers.';
    console.error(problem);
  }
}

function drawnChart(box) { return (charts.get(box) || {}).drawn; }

function showAgain(box) { show(box, charts.get(box).option); }

function forget(box) {
  if (drawnChart(box)) { drawnChart(box).dispose(); }
  charts.delete(box);
  nearby.unobserve(box);
  sized.unobserve(box);
}

function repaint() { charts.forEach((chart, box) => { if (chart.drawn) { redraw(box, chart); } }); }

/** Draws all charts, also those not yet in sight, in the colours of paper. */
function layOutForPrint(isPrint) {
  if (isPrint) { document.documentElement.dataset.print = 'true'; } else { delete document.documentElement.dataset.print; }
  charts.forEach((chart, box) => { if (chart.drawn && box.clientWidth) { chart.drawn.resize(); } else { paint(box); } });
  repaint();
}

function followLooks() {
  if (dark.addEventListener) { dark.addEventListener('change', repaint); }
  window.addEventListener('beforeprint', () => layOutForPrint(true));
  window.addEventListener('afterprint', () => layOutForPrint(false));
}
