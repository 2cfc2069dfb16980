// The sweep as a whole, each chart in a fold of its own with choices above it.
const MAX_POINT_COLOURS = 24;

/** A chart that cannot be made stays hidden, and the others are made. */
function makeOverviews(data) {
  if (!data.metrics.length) { return; }
  [makeHeat, makeScatter, makeParallel].forEach(make => {
    try { make(data); } catch (problem) { console.error(problem); }
  });
}

/** Each choice is a name, a label and its options; the chart is drawn when its fold is opened. */
function makeOverview(data, id, open, state, choices, option) {
  const box = document.getElementById(id), form = box.querySelector('.controls'), chart = box.querySelector('.chart');
  const fill = () => {
    form.textContent = '';
    choices(state).forEach(([name, label, options]) => addChoice(form, name, label, options, state[name]));
  };
  const draw = () => show(chart, () => option(data, readLook(data), state), 'canvas');
  form.addEventListener('change', ({ target: { name, value } }) => {
    state[name] = value;
    fill();
    form.elements[name].focus();
    draw();
  });
  fill();
  box.hidden = false;
  box.open = open;
  draw();
}

function mainMetric(data) { return (metricOf(data, 'final_' + data.about) || data.metrics[0]).id; }

function metricChoice(data) { return ['metric', 'show', data.metrics.map(metric => [metric.id, metric.words])]; }

function makeHeat(data) {
  if (data.axes.length < 2) { return; }
  const [x, y] = axesBySize(data), state = { metric: mainMetric(data), x: x.key, y: y.key }, axes = axisChoices(data.axes);
  data.axes.forEach(axis => { state[axis.key] = '0'; });
  makeOverview(data, 'heat', true, state, now => [metricChoice(data), ['x', 'across', axes], ['y', 'upwards', axes]]
    .concat(heatAxes(data, now).map(axis => [axis.key, axis.words, valueChoices(axis)])), heatChart);
}

function makeScatter(data) {
  const sets = data.sets.filter(set => set !== 'training').map(set => [set, set]);
  const coloured = axesBySize(data).find(axis => axis.values.length <= MAX_POINT_COLOURS);
  makeOverview(data, 'scatter', true, { measure: scatterMeasure(data), set: 'test', colour: coloured ? coloured.key : '' },
    () => [['measure', 'show', [['accuracy', 'accuracy'], ['cost', 'cost']]], ['set', 'against', sets],
      ['colour', 'colour', [['', 'none']].concat(axisChoices(data.axes))]], scatterChart);
}

function makeParallel(data) {
  if (data.axes.length > 2) {
    makeOverview(data, 'parallel', data.scattered, { metric: mainMetric(data) }, () => [metricChoice(data)], parallelChart);
  }
}
