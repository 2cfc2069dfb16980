// The axes of small multiples: all panels of a section have the same ones.

function verticalScale(view) {
  const points = visible(view, view.lines).flatMap(line => line.points);
  if (!points.length) { return { min: 0, max: 1 }; }
  if (view.state.logy) { return decadeScale(points.map(point => point.y)); }
  const values = points.flatMap(point => [point.y - edgeOf(view, point), point.y + edgeOf(view, point)]);
  const low = Math.min(...values), { kind, key } = measureOf(view);
  if (kind !== 'accuracy' || key === 'generalisation_gap') { return roundScale(values, low >= 0); } // the others lie between 0 and 1
  return !view.across || low < 0.5 ? { min: 0, max: 1, interval: 0.2 }
    : roundScale(values.map(value => Math.min(1, value)), false);
}

function horizontalScale(view) {
  const axis = acrossAxis(view);
  if (axis && !axis.numbers.length) { return { type: 'category', data: axis.values }; }
  const values = axis ? axis.numbers : view.lines.flatMap(line => line.points.map(point => point.x));
  const positive = values.filter(value => value > 0);
  if (view.state.logx && positive.length) { return logarithmic(positive, axis); }
  return axis ? withMargins(values) : { type: 'value', min: 0, max: Math.max(1, ...values) };
}

/** Powers of two suit whole numbers such as sizes of layers. */
function logarithmic(values, axis) {
  const low = Math.min(...values), high = Math.max(...values), margin = axis ? 1.15 : 1;
  const base = axis && high / low < 2000 && values.every(Number.isInteger) ? 2 : 10;
  return { type: 'log', logBase: base, min: low / margin, max: high * margin };
}

function withMargins(values) {
  const low = Math.min(...values), high = Math.max(...values), margin = (high - low) * 0.03;
  const fromZero = low >= 0 && low < high / 4;
  return { type: 'value', min: fromZero ? 0 - (low === 0 ? margin : 0) : low - margin, max: high + margin };
}
