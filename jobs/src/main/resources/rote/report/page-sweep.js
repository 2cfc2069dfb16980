// The sweep as a whole: two settings at once, training against test, and all settings at once.
const MOST_CELLS = 30; // values of one axis of a map: more are points
const MOST_POINTS = 10000;
const MOST_PARALLEL = 3000;
const LEAST_APART = 0.05; // of training accuracies: less is told by the cost

/** A chart with choices above it, each a name, a label and its options; it is drawn when it is opened. */
function overview(id, open, state, choices, option) {
  const box = document.getElementById(id), form = box.querySelector('.controls'), chart = box.querySelector('.chart');
  const ask = () => {
    form.textContent = '';
    choices(state).forEach(([name, label, options]) => choice(form, name, label, options, state[name]));
  };
  form.addEventListener('change', event => {
    const name = event.target.name;
    state[name] = event.target.value;
    ask();
    form.elements[name].focus();
    show(chart, () => option(state));
  });
  ask();
  box.hidden = false;
  box.open = open;
  show(chart, () => option(state), 'canvas');
}

const axisNamed = key => data.axes.find(axis => axis.key === key);
const axisChoices = axes => axes.map(axis => [axis.key, axis.words]);
const placeChoices = axis => [['all', 'all']].concat(axis.values.map((value, place) => [String(place), value]));
const metricChoices = () => data.metrics.map(metric => [metric.id, metric.words]);
const mainMetric = () => (metricOf('final_' + data.about) || data.metrics[0]).id;

/** What an axis of a chart shows of a setting. */
function settingAxis(axis) {
  if (!axis.numbers.length) { return { type: 'category', data: axis.values }; }
  return { type: spans(axis.numbers) ? 'log' : 'value', scale: true };
}

function position(axis, g) { return axis.numbers.length ? axis.numbers[axis.of[g]] : axis.values[axis.of[g]]; }

function visual(metric, values, dimension) {
  return {
    type: 'continuous', min: Math.min(...values), max: Math.max(...values), dimension: dimension, orient: 'horizontal',
    right: 8, top: 0, itemWidth: 12, itemHeight: 120, calculable: true, textStyle: muted(), precision: 9, padding: 0,
    formatter: value => told(metric, value), inRange: { color: rampColours() }
  };
}

/** The settings beside the two of a map: means over true and random labels would say nothing. */
function heldAxes(state) {
  return scattered ? [] : data.axes.filter(axis => axis.key !== state.x && axis.key !== state.y && axis.values.length <= MOST_CELLS);
}

function heatOption(state) {
  const x = axisNamed(state.x), y = axisNamed(state.y), metric = metricOf(state.metric), held = heldAxes(state);
  const shown = groups.filter(g => resultOf(g, metric.id) &&
    held.every(axis => state[axis.key] === 'all' || Number(state[axis.key]) === axis.of[g]));
  return x.values.length <= MOST_CELLS && y.values.length <= MOST_CELLS
    ? cells(x, y, metric, shown) : spots(x, y, metric, shown);
}

/** The mean of the groups in each cell. */
function cells(x, y, metric, shown) {
  const sums = new Map();
  shown.forEach(g => {
    const key = x.of[g] + ',' + y.of[g];
    sums.set(key, (sums.get(key) || []).concat(resultOf(g, metric.id).y));
  });
  const values = [...sums].map(([key, all]) =>
    [...key.split(',').map(Number), all.reduce((a, b) => a + b, 0) / all.length, all.length]);
  const few = x.values.length <= (narrow() ? 6 : 14);
  const results = values.map(value => value[2]), low = Math.min(...results), high = Math.max(...results);
  // dark writing on light cells
  const ink = value => (value - low) / (high - low || 1) > (+css('--ramp-to') === 1 ? 0.35 : 0.6) ? '#16181b' : '#ffffff';
  return {
    grid: { left: 4, right: 8, top: 36, bottom: 26, containLabel: true },
    xAxis: { ...axisLook(true, x.values), type: 'category', data: x.values, name: x.words, nameGap: 28, splitLine: { show: false } },
    yAxis: { ...axisLook(false, y.values), type: 'category', data: y.values, name: y.words, nameLocation: 'end', nameGap: 10,
      nameTextStyle: { ...muted(), align: 'left' }, splitLine: { show: false } },
    visualMap: visual(metric, results, 2),
    tooltip: { ...tooltipLook(), formatter: item => escaped(x.words + ' ' + x.values[item.value[0]] + ', ' + y.words + ' ' +
      y.values[item.value[1]]) + '<br>' + metric.words + ' <b>' + told(metric, item.value[2]) + '</b>, mean of ' +
      count(item.value[3], 'group') },
    series: [{ type: 'heatmap', data: values.map(value => ({ value: value, label: { color: ink(value[2]) } })), label: { show: few, fontSize: 11,
      formatter: item => told(metric, item.value[2]) }, itemStyle: { borderColor: css('--paper'), borderWidth: 1 } }]
  };
}

function spots(x, y, metric, shown) {
  const values = shown.map(g => [position(x, g), position(y, g), resultOf(g, metric.id).y, g]);
  return {
    grid: { left: 4, right: 14, top: 36, bottom: 26, containLabel: true },
    xAxis: { ...axisLook(true, x.values), ...settingAxis(x), name: x.words, nameGap: 28 },
    yAxis: { ...axisLook(false, y.values), ...settingAxis(y), name: y.words, nameLocation: 'end', nameGap: 10,
      nameTextStyle: { ...muted(), align: 'left' } },
    visualMap: visual(metric, values.map(value => value[2]), 2),
    tooltip: { ...tooltipLook(), formatter: item => escaped(labelOf(item.value[3])) + '<br>' + metric.words + ' <b>' +
      told(metric, item.value[2]) + '</b>' },
    series: [{ type: 'scatter', symbolSize: values.length > 1000 ? 5 : 10, data: values }]
  };
}

/** A point a trial; a sweep of very many shows a point a group. */
function scatterOption(state) {
  const kind = state.measure, colour = axisNamed(state.colour);
  const x = 'final_training_' + kind, y = 'final_' + (state.set) + '_' + kind;
  const single = data.trials.id.length <= MOST_POINTS;
  const completed = data.trials.status.values.indexOf('completed');
  const points = single
    ? data.trials.id.map((id, t) => ({ g: data.trials.group[t], x: data.trials.metrics[x][t], y: data.trials.metrics[y][t],
      name: 'seed ' + data.trials.seed[t], ok: data.trials.status.of[t] === completed })).filter(point => point.ok)
    : groups.filter(g => resultOf(g, x)).map(g => ({ g: g, x: resultOf(g, x).y, y: resultOf(g, y).y,
      name: 'mean, n = ' + data.groups.completed[g] }));
  const all = points.flatMap(point => [point.x, point.y]), low = Math.min(...all), high = Math.max(...all);
  const scale = kind === 'cost' && spans(all) ? { type: 'log' } : { type: 'value', scale: true };
  const places = colour ? colour.values.map((value, place) => place) : [0];
  return {
    grid: { left: 4, right: 14, top: colour ? 52 : 28, bottom: 26, containLabel: true },
    legend: { show: Boolean(colour) && places.length <= 24, type: 'scroll', top: 0, left: 0, right: 0, textStyle: muted(),
      pageTextStyle: muted(), pageIconColor: css('--ink'), icon: 'circle', itemWidth: 10, formatter: shorts(colour ? colour.values : [], 24) },
    xAxis: { ...axisLook(true), ...scale, name: 'training ' + kind, nameGap: 28 },
    yAxis: { ...axisLook(false), ...scale, name: (state.set) + ' ' + kind, nameLocation: 'end', nameGap: 10,
      nameTextStyle: { ...muted(), align: 'left' } },
    tooltip: { ...tooltipLook(), formatter: item => escaped(labelOf(item.value[2])) + ', ' + escaped(item.value[3]) + '<br>training <b>' +
      number(kind, item.value[0]) + '</b>, ' + (state.set) + ' <b>' + number(kind, item.value[1]) + '</b>' },
    series: places.map(place => ({
      type: 'scatter', name: colour ? colour.values[place] : 'trials', symbolSize: points.length > 1000 ? 4 : 8,
      itemStyle: { color: colourOf(colour, place), opacity: 0.75 },
      data: points.filter(point => !colour || colour.of[point.g] === place).map(point => [point.x, point.y, point.g, point.name])
    })).concat([{ type: 'line', silent: true, symbol: 'none', data: [[low, low], [high, high]], tooltip: { show: false },
      lineStyle: { color: css('--muted'), type: [1, 3], width: 1.5 } }])
  };
}

function parallelOption(state) {
  const metric = metricOf(state.metric);
  const found = groups.filter(g => resultOf(g, metric.id)), every = Math.ceil(found.length / MOST_PARALLEL);
  const shown = found.filter((g, i) => i % every === 0);
  const settings = data.axes.map((axis, dim) => ({ dim: dim, name: short(axis.words, 16), ...settingAxis(axis),
    axisLabel: { ...muted(), formatter: value => typeof value === 'number' ? tickText(value) : shorts(axis.values, 12)(value) } }));
  return {
    parallel: { left: 40, right: 56, top: 64, bottom: 20, axisExpandable: false, parallelAxisDefault: {
      nameTextStyle: muted(), nameGap: 12, axisLabel: { ...muted(), formatter: value => tickText(value) },
      axisLine: { lineStyle: { color: css('--muted') } }, axisTick: { lineStyle: { color: css('--muted') } }, splitLine: { show: false } } },
    parallelAxis: settings.concat({ dim: settings.length, name: short(metric.words, 18), type: 'value', scale: true }),
    visualMap: { ...visual(metric, shown.map(g => resultOf(g, metric.id).y), settings.length), calculable: false },
    series: [{ type: 'parallel', lineStyle: { width: shown.length > 300 ? 1 : 1.5, opacity: shown.length > 300 ? 0.25 : 0.6 },
      inactiveOpacity: 0.03, activeOpacity: 0.9, progressive: 500,
      data: shown.map(g => data.axes.map(axis => position(axis, g)).concat(resultOf(g, metric.id).y)) }]
  };
}

/** Each by itself: one that cannot be made stays hidden. */
function drawOverviews() {
  if (!data.metrics.length) { return; }
  [drawHeat, drawScatter, drawParallel].forEach(draw => {
    try { draw(); } catch (problem) { console.error(problem); }
  });
}

function mostValuesFirst() {
  return [...data.axes].sort((a, b) => b.numbers.length - a.numbers.length || b.values.length - a.values.length);
}

const metricChoice = () => ['metric', 'show', metricChoices()];

function drawHeat() {
  if (data.axes.length < 2) { return; }
  const most = mostValuesFirst();
  const state = { metric: mainMetric(), x: most[0].key, y: most[1].key };
  data.axes.forEach(axis => { state[axis.key] = '0'; });
  overview('heat', true, state, now => [metricChoice(), ['x', 'across', axisChoices(data.axes)], ['y', 'upwards', axisChoices(data.axes)]]
    .concat(heldAxes(now).map(axis => [axis.key, axis.words, placeChoices(axis)])), heatOption);
}

function drawScatter() {
  const reached = groups.map(g => resultOf(g, 'final_training_accuracy')).filter(result => result).map(result => result.y);
  const apart = Math.max(...reached) - Math.min(...reached) > LEAST_APART;
  const sets = measuredSets.filter(set => set !== 'training').map(set => [set, set]);
  const coloured = mostValuesFirst().find(axis => axis.values.length <= 24);
  overview('scatter', true, { measure: apart ? aboutMeasure : 'cost', set: 'test', colour: coloured ? coloured.key : '' },
    () => [['measure', 'show', [['accuracy', 'accuracy'], ['cost', 'cost']]], ['set', 'against', sets],
      ['colour', 'colour', [['', 'none']].concat(axisChoices(data.axes))]], scatterOption);
}

function drawParallel() {
  if (data.axes.length > 2) {
    overview('parallel', scattered, { metric: mainMetric() }, () => [metricChoice()], parallelOption);
  }
}
