// Ranges of axes.

function roundScale(values, fromZero) {
  let low = fromZero ? 0 : Math.min(...values), high = Math.max(...values);
  if (!(high > low)) { high = low + (Math.abs(low) || 1) * 0.1; }
  const unit = Math.pow(10, Math.floor(Math.log10(high - low)) - 1);
  const step = unit * [2, 2.5, 5, 10, 20, 25].find(s => s * unit * 5 >= high - low);
  const round = value => Number(value.toPrecision(10));
  return { min: round(Math.floor(low / step + 1e-9) * step), max: round(Math.ceil(high / step - 1e-9) * step),
    interval: round(step) };
}

function decadeScale(values) {
  const positive = values.filter(value => value > 0);
  if (!positive.length) { return { type: 'log' }; }
  return { type: 'log', min: Math.pow(10, Math.floor(Math.log10(Math.min(...positive)) + 1e-9)),
    max: Math.pow(10, Math.ceil(Math.log10(Math.max(...positive)) - 1e-9)) };
}

function settingScale(axis) {
  if (!axis.numbers.length) { return { type: 'category', data: axis.values }; }
  return { type: axis.log ? 'log' : 'value', scale: true };
}

function positionOf(axis, g) { return axis.numbers.length ? axis.numbers[axis.of[g]] : axis.values[axis.of[g]]; }
