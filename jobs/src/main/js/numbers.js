// How numbers are written. Java decides the digits of each kind and sends them as data.formats; numbers.tsv tests both sides.

/** Writes a number in the digits of its kind, and as many more as its metric needs to tell its groups apart. */
function formatNumber(format, value, more = 0) {
  if (value === null || value === undefined) { return '-'; }
  if (format.digits) { return withDigits(format, value, format.digits + more); }
  if (format.whole && Number.isInteger(value)) { return String(value); }
  return value.toFixed(format.decimals + more).replace(/^-(?=[0.]+$)/, '');
}

function withDigits(format, value, digits) {
  const size = Math.abs(value);
  if (size === 0) { return size.toFixed(digits); }
  if (size < format.plainFrom || size >= format.plainBelow) {
    return value.toExponential(digits - 1).replace(/e([+-])(\d)$/, (all, sign, digit) => 'e' + sign + '0' + digit);
  }
  const text = value.toPrecision(digits);
  return text.includes('e') ? String(Number(text)) : text;
}

function formatMetric(metric, value) { return formatNumber(metric.format, value, metric.more); }

function shortNumber(value) { return String(Number(value.toPrecision(6))); }

function formatTick(value) {
  const size = Math.abs(value);
  return size >= 1e5 || size > 0 && size < 1e-3
    ? Number(shortNumber(value)).toExponential().replace('e+', 'e') : shortNumber(value);
}
