// What belongs to a line: its band or bars, single seeds, and marks.

/** A logarithmic axis has no room for values at or below zero. */
function floorOf(view) { return view.state.logy ? view.y.min : -Infinity; }

/** A band is one polygon: along its upper edge and back along its lower one. */
function band(view, points, colour) {
  const above = points.map(point => [point.x, point.y + edgeOf(view, point)]);
  const below = points.map(point => [point.x, Math.max(floorOf(view), point.y - edgeOf(view, point))]).reverse();
  return {
    type: 'custom', silent: true, z: 1, tooltip: { show: false }, data: [[points[0].x, points[0].y]], clip: true,
    renderItem: (params, api) => ({ type: 'polygon', style: { fill: colour, opacity: 0.16 },
      shape: { points: above.concat(below).map(point => api.coord(point)) } })
  };
}

function bars(view, points, colour) {
  const floor = floorOf(view);
  return {
    type: 'custom', silent: true, z: 2, tooltip: { show: false }, clip: true,
    data: points.map(point => [point.x, point.y - edgeOf(view, point), point.y + edgeOf(view, point)]),
    renderItem: (params, api) => {
      const low = api.coord([api.value(0), Math.max(floor, api.value(1))]), high = api.coord([api.value(0), api.value(2)]);
      return { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] },
        style: { stroke: colour, lineWidth: 1.5, opacity: 0.7 } };
    }
  };
}

function seedLines(view, line, colour) {
  const seconds = view.data.curves.seconds[line.groups[0]];
  return view.data.trialsOf[line.groups[0]].map(t => {
    const points = seedCurve(view.data, t, line.id)
      .map((point, i) => [view.state.x === 'epoch' ? point.epoch : seconds[i], point.y])
      .filter(point => !view.state.logx || point[0] > 0);
    return { type: 'line', silent: true, z: 2, symbol: 'none', tooltip: { show: false }, data: points,
      lineStyle: { width: 1, color: colour, opacity: 0.4 }, emphasis: { disabled: true } };
  });
}

function fitMark(view, look, line, colour) {
  const fit = resultOf(view.data, line.groups[0], 'fit_epoch');
  const at = fit ? line.points.findIndex(point => point.epoch >= fit.y) : -1;
  if (at < 0) { return []; }
  const right = line.points[at], left = line.points[Math.max(0, at - 1)];
  const share = right.epoch > left.epoch ? (fit.y - left.epoch) / (right.epoch - left.epoch) : 0;
  return [{ type: 'scatter', silent: true, z: 4, symbol: 'triangle', symbolSize: 9, symbolOffset: [0, 8], tooltip: { show: false },
    data: [[left.x + share * (right.x - left.x), left.y + share * (right.y - left.y)]],
    itemStyle: { color: look.paper, borderColor: colour, borderWidth: 1.5 } }];
}

function publishedMarks(view, line, colour) {
  return figuresOf(view, line).map(figure => {
    const at = line.points.find(point => point.g === figure.group) || line.points[line.points.length - 1];
    return { type: 'scatter', silent: true, z: 5, clip: false, symbol: 'diamond', symbolSize: 13, tooltip: { show: false },
      data: [[at.x, figure.value]], itemStyle: { color: 'transparent', borderColor: colour, borderWidth: 2 } };
  });
}

/** Draws the accuracy of guessing if the axis reaches down to it. */
function chanceLine(view, look) {
  const chance = view.data.chance, shown = !view.y.min || view.y.min <= chance;
  return {
    type: 'line', name: 'chance', silent: true, data: [], z: 0,
    markLine: {
      silent: true, symbol: 'none', animation: false, data: shown ? [{ yAxis: chance }] : [],
      lineStyle: { color: look.muted, type: [1, 3], width: 1.5 },
      label: { position: 'insideEndBottom', color: look.muted, fontSize: 12, formatter: 'chance ' + shortNumber(chance) }
    }
  };
}
