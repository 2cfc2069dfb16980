// The values under the pointer.
const MAX_TOOLTIP_ROWS = 12;

function panelTooltip(view, look, lines, at) {
  const axis = acrossAxis(view), x = axis ? nearest(axis, at) : Number(at);
  const rows = lines.map(line => ({ line: line, point: axis ? line.points.find(point => point.x === x) : pointAt(line, x) }))
    .filter(row => row.point).sort((a, b) => b.point.y - a.point.y);
  const html = rows.slice(0, MAX_TOOLTIP_ROWS).map(row => lineRow(view, look, row) + figureRows(view, row)).join('');
  const more = rows.length > MAX_TOOLTIP_ROWS ? '<div>and ' + (rows.length - MAX_TOOLTIP_ROWS) + ' more</div>' : '';
  const about = view.state.band === 'deviation' ? ', ± standard deviation' : ', ± half the 95 % interval';
  return '<b>' + escapeHtml(heading(view, axis, x)) + '</b>' + about +
    '<table style="width:auto;font-size:12px">' + html + '</table>' + more;
}

function nearest(axis, at) {
  if (!axis.numbers.length) { return Math.max(0, axis.values.indexOf(String(at))); }
  return axis.numbers.reduce((a, b) => Math.abs(b - at) < Math.abs(a - at) ? b : a);
}

function heading(view, axis, x) {
  if (axis) { return axis.words + ' ' + axis.values[axis.numbers.length ? axis.numbers.indexOf(x) : x]; }
  return view.state.x === 'epoch' ? 'epoch ' + Math.round(x) : shortNumber(x) + ' seconds';
}

function cell(text) { return '<td style="padding:1px 8px 1px 0;border:0;text-align:left;white-space:normal">' + text + '</td>'; }

function lineRow(view, look, { line, point }) {
  const format = measureOf(view).format, half = point[view.state.band === 'deviation' ? 'deviation' : 'interval'];
  const n = 'n = ' + (view.across ? point.n : view.data.groups.completed[line.groups[0]] + ', ' + point.running + ' running');
  return '<tr>' + cell(swatch(colourOf(look, roleOf(view, 'colour'), line.colour)) + ' ' + escapeHtml(shorten(line.name, 60))) +
    cell('<b>' + formatNumber(format, point.y) + '</b>') +
    cell(half === null || half === undefined ? '' : '± ' + formatNumber(format, half)) + (look.narrow ? '' : cell(n)) + '</tr>';
}

function figureRows(view, { line, point }) {
  return figuresOf(view, line).filter(figure => !view.across || figure.group === point.g).map(figure =>
    '<tr>' + cell('◇ published') + cell(formatNumber(measureOf(view).format, figure.value)) +
    '<td colspan="2">' + escapeHtml(shorten(figure.source, 60)) + '</td></tr>').join('');
}
