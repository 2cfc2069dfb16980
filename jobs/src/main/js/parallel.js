// All settings at once: every group is a line through its settings to its result.
const MAX_PARALLEL_LINES = 3000;

function parallelChart(data, look, state) {
  const metric = metricOf(data, state.metric);
  const found = data.all.filter(g => resultOf(data, g, metric.id)), every = Math.ceil(found.length / MAX_PARALLEL_LINES);
  const shown = found.filter((g, i) => i % every === 0), result = g => resultOf(data, g, metric.id).y;
  const line = { lineStyle: { color: look.muted } };
  const settings = data.axes.map((axis, dim) => ({ dim: dim, name: shorten(axis.words, 16), ...settingScale(axis),
    axisLabel: { ...mutedText(look), formatter: value => typeof value === 'number' ? formatTick(value) : shortener(axis.values, 12)(value) } }));
  return {
    parallel: { left: 40, right: 56, top: 64, bottom: 20, axisExpandable: false, parallelAxisDefault: {
      nameTextStyle: mutedText(look), nameGap: 12, axisLabel: { ...mutedText(look), formatter: value => formatTick(value) },
      axisLine: line, axisTick: line, splitLine: { show: false } } },
    parallelAxis: settings.concat({ dim: settings.length, name: shorten(metric.words, 18), type: 'value', scale: true }),
    visualMap: { ...colourMap(look, metric, shown.map(result), settings.length), calculable: false },
    series: [{ type: 'parallel', lineStyle: { width: shown.length > 300 ? 1 : 1.5, opacity: shown.length > 300 ? 0.25 : 0.6 },
      inactiveOpacity: 0.03, activeOpacity: 0.9, progressive: 500,
      data: shown.map(g => data.axes.map(axis => positionOf(axis, g)).concat(result(g))) }]
  };
}
