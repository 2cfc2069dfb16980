// Training against test: one point per trial, or per group where there are very many trials.
const MAX_TRIAL_POINTS = 10000;
const MIN_DIFFERENCE = 0.05; // between training accuracies: where they differ less, the cost says more

function scatterMeasure(data) {
  const reached = data.all.map(g => resultOf(data, g, 'final_training_accuracy')).filter(result => result).map(result => result.y);
  return Math.max(...reached) - Math.min(...reached) > MIN_DIFFERENCE ? data.aboutMeasure : 'cost';
}

/** Returns the completed trials, or the groups, with what was measured on the training set and on another. */
function scatterPoints(data, measure, set) {
  const x = 'final_training_' + measure, y = 'final_' + set + '_' + measure, { trials } = data;
  if (trials.id.length > MAX_TRIAL_POINTS) {
    return data.all.filter(g => resultOf(data, g, x)).map(g => ({ g: g, x: resultOf(data, g, x).y, y: resultOf(data, g, y).y,
      name: 'mean, n = ' + data.groups.completed[g] }));
  }
  return trials.id.map((id, t) => t).filter(t => textOf(trials.status, t) === 'completed').map(t => ({ g: trials.group[t],
    x: trials.metrics[x][t], y: trials.metrics[y][t], name: 'seed ' + trials.seed[t] }));
}

function scatterChart(data, look, state) {
  const colour = axisOf(data, state.colour), points = scatterPoints(data, state.measure, state.set), format = data.formats[state.measure];
  const all = points.flatMap(point => [point.x, point.y]), low = Math.min(...all), high = Math.max(...all);
  const isWide = state.measure === 'cost' && low > 0 && high / low >= 10;
  const scale = isWide ? { type: 'log' } : { type: 'value', scale: true };
  const places = colour ? colour.values.map((value, place) => place) : [0];
  const number = value => '<b>' + formatNumber(format, value) + '</b>';
  return {
    grid: { left: 4, right: 14, top: colour ? 52 : 28, bottom: 26, containLabel: true },
    legend: { show: Boolean(colour) && places.length <= 24, type: 'scroll', top: 0, left: 0, right: 0, textStyle: mutedText(look),
      pageTextStyle: mutedText(look), pageIconColor: look.ink, icon: 'circle', itemWidth: 10,
      formatter: shortener(colour ? colour.values : [], 24) },
    xAxis: { ...axisLook(look, true), ...scale, name: 'training ' + state.measure, nameGap: 28 },
    yAxis: { ...axisLook(look, false), ...scale, ...nameAbove(look, state.set + ' ' + state.measure) },
    tooltip: { ...tooltipLook(look), formatter: ({ value }) => escapeHtml(labelOf(data, value[2])) + ', ' + escapeHtml(value[3]) +
      '<br>training ' + number(value[0]) + ', ' + state.set + ' ' + number(value[1]) },
    series: places.map(place => ({
      type: 'scatter', name: colour ? colour.values[place] : 'trials', symbolSize: points.length > 1000 ? 4 : 8,
      itemStyle: { color: colourOf(look, colour, place), opacity: 0.75 },
      data: points.filter(point => !colour || colour.of[point.g] === place).map(point => [point.x, point.y, point.g, point.name])
    })).concat([{ type: 'line', silent: true, symbol: 'none', data: [[low, low], [high, high]], tooltip: { show: false },
      lineStyle: { color: look.muted, type: [1, 3], width: 1.5 } }])
  };
}
