// How charts look: colours, axes, and the drawing of what is in sight.
const RAMP = ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#fde725']; // viridis: ordered, and safe
const MOST_KINDS = 7;
const LEAST_ORDERED = 4;
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const narrow = () => window.innerWidth < 560;

function css(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

function mix(a, b, t) {
  return '#' + [1, 3, 5].map(at => {
    const from = parseInt(a.slice(at, at + 2), 16), to = parseInt(b.slice(at, at + 2), 16);
    return ('0' + Math.round(from + (to - from) * t).toString(16)).slice(-2);
  }).join('');
}

/** The part of the ramp that stands out from the paper. */
function ramp(share) {
  const from = +css('--ramp-from'), to = +css('--ramp-to');
  const at = (from + (to - from) * share) * (RAMP.length - 1);
  const left = Math.min(RAMP.length - 2, Math.floor(at));
  return mix(RAMP[left], RAMP[left + 1], at - left);
}

function rampColours() { return [0, 0.2, 0.4, 0.6, 0.8, 1].map(ramp); }

function isOrdered(axis) {
  return axis.values.length > MOST_KINDS || axis.numbers.length >= LEAST_ORDERED;
}

/** The colour of an axis' value; of none, the first. */
function colourOf(axis, place) {
  if (!axis) { return css('--kind-0'); }
  return isOrdered(axis) ? ramp(place / Math.max(1, axis.values.length - 1)) : css('--kind-' + place);
}

/** Whether numbers are better read by their ratios. */
function spans(numbers) {
  const low = Math.min(...numbers), high = Math.max(...numbers);
  return low > 0 && high / low >= 10;
}

/** A scale in round steps that holds all values: at most five of them. */
function scaleOf(values, fromZero) {
  let low = fromZero ? 0 : Math.min(...values), high = Math.max(...values);
  if (!(high > low)) { high = low + (Math.abs(low) || 1) * 0.1; }
  const unit = Math.pow(10, Math.floor(Math.log10(high - low)) - 1);
  const step = unit * [2, 2.5, 5, 10, 20, 25].find(s => s * unit * 5 >= high - low);
  const round = value => Number(value.toPrecision(10));
  return { min: round(Math.floor(low / step + 1e-9) * step), max: round(Math.ceil(high / step - 1e-9) * step),
    interval: round(step) };
}

function logScale(values) {
  const positive = values.filter(value => value > 0);
  if (!positive.length) { return { type: 'log' }; }
  return { type: 'log', min: Math.pow(10, Math.floor(Math.log10(Math.min(...positive)) + 1e-9)),
    max: Math.pow(10, Math.ceil(Math.log10(Math.max(...positive)) - 1e-9)) };
}

function muted() { return { color: css('--muted'), fontSize: 12 }; }

/** What every axis of every chart has; of kinds it has the texts, which are cut. */
function axisLook(horizontal, texts) {
  const cut = shorts(texts || [], 14);
  const line = { lineStyle: { color: css('--muted') } };
  return {
    axisLabel: { ...muted(), hideOverlap: true, formatter: value => typeof value === 'number' ? tickText(value) : cut(value) },
    nameTextStyle: muted(), nameLocation: 'middle', minorTick: { show: false },
    splitLine: { show: !horizontal, lineStyle: { color: css('--grid') } },
    axisLine: { show: horizontal, ...line }, axisTick: { show: horizontal, ...line }
  };
}

function tickText(value) {
  const size = Math.abs(value);
  return size >= 1e5 || size > 0 && size < 1e-3 ? Number(plain(value)).toExponential().replace('e+', 'e') : plain(value);
}

function tooltipLook() {
  return {
    confine: true, transitionDuration: 0, backgroundColor: css('--panel'), borderColor: css('--rule'),
    extraCssText: 'max-width:calc(100vw - 32px);white-space:normal', textStyle: { color: css('--ink'), fontSize: 12 }
  };
}

function frame(option) {
  return { animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option };
}

// A chart is drawn when it comes near the window, and again when colours change.
const charts = new Map();
const nothing = { observe: () => {}, unobserve: () => {} };
/** Where a browser cannot say what is near, all charts are drawn at once. */
const nearby = window.IntersectionObserver ? new IntersectionObserver(entries =>
  entries.filter(entry => entry.isIntersecting).forEach(entry => paint(entry.target)), { rootMargin: '400px' })
  : { observe: box => setTimeout(() => paint(box)), unobserve: () => {} };
const sized = window.ResizeObserver ? new ResizeObserver(entries => entries.forEach(entry => {
  const chart = charts.get(entry.target);
  if (chart && chart.drawn && entry.contentRect.width) { chart.drawn.resize(); } // folded away it keeps its size
})) : nothing;

/** Has an element show what a function makes; the function is asked anew whenever the looks change. */
function show(box, option, renderer) {
  const known = charts.get(box);
  if (known && known.drawn) {
    known.option = option;
    guarded(box, () => known.drawn.setOption(frame(option()), true));
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
    drawn.setOption(frame(chart.option()));
    chart.drawn = drawn;
    if (!performance.getEntriesByName('first-chart').length) { performance.mark('first-chart'); }
  });
}

/** A chart that cannot be drawn says so in its place, and the others are drawn. */
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

/** Where the whole page is laid out anew at once. */
function sizeAll() {
  charts.forEach((chart, box) => { if (chart.drawn && box.clientWidth) { chart.drawn.resize(); } else { paint(box); } });
  repaint();
}

function forget(box) {
  const chart = charts.get(box);
  if (chart && chart.drawn) { chart.drawn.dispose(); }
  charts.delete(box);
  nearby.unobserve(box);
  sized.unobserve(box);
}

function repaint() {
  charts.forEach((chart, box) => { if (chart.drawn) { guarded(box, () => chart.drawn.setOption(frame(chart.option()), true)); } });
}
