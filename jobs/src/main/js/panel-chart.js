// The chart of one panel.
const MAX_BANDS = 12; // in one panel: more cover each other
const MAX_FIT_MARKS = 24;

function panelChart(view, look, lines) {
  const shown = visible(view, lines), x = horizontalScale(view), measure = measureOf(view);
  const words = view.across ? acrossAxis(view).words : view.state.x === 'epoch' ? 'epoch' : 'seconds';
  const ends = x.type === 'category' || !view.across; // the ends of other axes are margins
  const across = axisLook(look, true, x.data);
  return {
    grid: { left: 4, right: 14, top: 12, bottom: 24, containLabel: true },
    xAxis: { ...across, ...x, name: words, nameGap: 26,
      axisLabel: { ...across.axisLabel, showMinLabel: ends, showMaxLabel: ends } },
    yAxis: { ...axisLook(look, false), type: 'value', ...view.y },
    tooltip: { ...tooltipLook(look), trigger: 'axis', axisPointer: { snap: true, lineStyle: { color: look.muted } },
      formatter: items => panelTooltip(view, look, shown, items[0].axisValue) },
    series: (measure.kind === 'accuracy' && measure.sets ? [chanceLine(view, look)] : [])
      .concat(shown.flatMap(line => seriesOf(view, look, line, shown.length)))
  };
}

function seriesOf(view, look, line, among) {
  const colour = colourOf(look, roleOf(view, 'colour'), line.colour), points = line.points;
  const all = [];
  if (points.some(point => edgeOf(view, point) > 0) && among <= MAX_BANDS) {
    all.push(view.across ? bars(view, points, colour) : band(view, points, colour));
  }
  if (view.state.seeds) { all.push(...seedLines(view, line, colour)); }
  all.push(meanLine(view, line, colour));
  if (!view.across && among <= MAX_FIT_MARKS) { all.push(...fitMark(view, look, line, colour)); }
  return all.concat(publishedMarks(view, line, colour));
}

/** A dot ends a line whose trials all stopped before those of other groups. */
function meanLine(view, line, colour) {
  const dots = view.across, points = line.points, last = points[points.length - 1];
  const stopped = !dots && view.data.curves.last[line.groups[0]] < view.data.lastEpoch;
  return {
    type: 'line', name: line.name, z: 3, showAllSymbol: true, symbol: dots ? 'circle' : 'none', symbolSize: dots ? 6 : 5,
    data: points.map(point => !dots && point === last && (stopped || points.length === 1)
      ? { value: [point.x, point.y], symbol: 'circle' } : [point.x, point.y]),
    lineStyle: { width: isDotsOnly(view) ? 0 : 2, color: colour }, itemStyle: { color: colour }, emphasis: { disabled: true }
  };
}
