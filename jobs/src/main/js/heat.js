// A metric by two settings: a map of cells, or points where the settings have too many values.
const MAX_MAP_VALUES = 30; // values of one axis

/** Returns the settings to hold fixed: a mean over true and random labels, for example, would be meaningless. */
function heatAxes(data, state) {
  return data.scattered ? [] : data.axes.filter(axis =>
    axis.key !== state.x && axis.key !== state.y && axis.values.length <= MAX_MAP_VALUES);
}

function heatChart(data, look, state) {
  const x = axisOf(data, state.x), y = axisOf(data, state.y), metric = metricOf(data, state.metric), held = heatAxes(data, state);
  const shown = data.all.filter(g => resultOf(data, g, metric.id) &&
    held.every(axis => state[axis.key] === 'all' || Number(state[axis.key]) === axis.of[g]));
  const isMap = [x, y].every(axis => axis.values.length <= MAX_MAP_VALUES);
  return isMap ? cellChart(look, x, y, metric, cellsOf(data, x, y, metric, shown)) : pointChart(data, look, x, y, metric, shown);
}

/** Returns [x, y, mean, number of groups] of each cell. */
function cellsOf(data, x, y, metric, shown) {
  const byKey = new Map();
  shown.forEach(g => {
    const key = x.of[g] + ',' + y.of[g];
    byKey.set(key, (byKey.get(key) || []).concat(resultOf(data, g, metric.id).y));
  });
  return [...byKey].map(([key, all]) => [...key.split(',').map(Number), all.reduce((a, b) => a + b, 0) / all.length, all.length]);
}

function cellChart(look, x, y, metric, cells) {
  const results = cells.map(cell => cell[2]), low = Math.min(...results), high = Math.max(...results);
  const areFew = x.values.length <= (look.narrow ? 6 : 14);
  const ink = value => (value - low) / (high - low || 1) > (look.rampTo === 1 ? 0.35 : 0.6) ? '#16181b' : '#ffffff'; // dark on light cells
  return {
    grid: { left: 4, right: 8, top: 36, bottom: 26, containLabel: true },
    xAxis: { ...axisLook(look, true, x.values), type: 'category', data: x.values, name: x.words, nameGap: 28, splitLine: { show: false } },
    yAxis: { ...axisLook(look, false, y.values), type: 'category', data: y.values, ...nameAbove(look, y.words), splitLine: { show: false } },
    visualMap: colourMap(look, metric, results, 2),
    tooltip: { ...tooltipLook(look), formatter: ({ value }) => escapeHtml(x.words + ' ' + x.values[value[0]] + ', ' + y.words + ' ' +
      y.values[value[1]]) + '<br>' + metric.words + ' <b>' + formatMetric(metric, value[2]) + '</b>, mean of ' + countOf(value[3], 'group') },
    series: [{ type: 'heatmap', data: cells.map(cell => ({ value: cell, label: { color: ink(cell[2]) } })),
      label: { show: areFew, fontSize: 11, formatter: item => formatMetric(metric, item.value[2]) },
      itemStyle: { borderColor: look.paper, borderWidth: 1 } }]
  };
}

function pointChart(data, look, x, y, metric, shown) {
  const points = shown.map(g => [positionOf(x, g), positionOf(y, g), resultOf(data, g, metric.id).y, g]);
  return {
    grid: { left: 4, right: 14, top: 36, bottom: 26, containLabel: true },
    xAxis: { ...axisLook(look, true, x.values), ...settingScale(x), name: x.words, nameGap: 28 },
    yAxis: { ...axisLook(look, false, y.values), ...settingScale(y), ...nameAbove(look, y.words) },
    visualMap: colourMap(look, metric, points.map(point => point[2]), 2),
    tooltip: { ...tooltipLook(look), formatter: ({ value }) => escapeHtml(labelOf(data, value[3])) + '<br>' + metric.words + ' <b>' +
      formatMetric(metric, value[2]) + '</b>' },
    series: [{ type: 'scatter', symbolSize: points.length > 1000 ? 5 : 10, data: points }]
  };
}
