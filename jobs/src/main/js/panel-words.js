// The words of small multiples: titles, what a screen reader says, and the note below them.
const BANDS = [['interval', '95 % interval'], ['deviation', '± standard deviation'], ['none', 'none']];
const MAX_SPOKEN = 8;

function panelTitle(view, line) {
  const { data } = view;
  const parts = ['columns', 'rows'].map(role => roleOf(view, role)).filter(axis => axis)
    .map(axis => (axis === data.setAxis ? '' : axis.words + ' ') + axis.values[placeOf(view, axis, line.groups[0], line.set)]);
  return parts.join(' · ') || (measureOf(view).sets && data.sets.length === 1 ? data.sets[0] : 'all');
}

function spokenPanel(view, lines) {
  const ends = lines.slice(0, MAX_SPOKEN).map(line =>
    line.name + ' ends at ' + formatNumber(measureOf(view).format, line.points[line.points.length - 1].y));
  return measureOf(view).words + ', ' + panelTitle(view, lines[0]) + ': ' + ends.join('; ') +
    (lines.length > MAX_SPOKEN ? '; and ' + (lines.length - MAX_SPOKEN) + ' more' : '');
}

function noteOf(view) {
  const { lines, found } = view;
  const parts = lines.length ? [meanNote(view)].concat(view.across ? [] : curveNotes(view)) : ['Nothing is recorded yet.'];
  if (lines.some(line => figuresOf(view, line).length)) { parts.push('◇ is a published figure.'); }
  if (lines.length < found) {
    parts.push(countOf(lines.length, isDotsOnly(view) ? 'point' : 'line') + ' of ' + found +
      ' are drawn; choose above to see fewer groups.');
  }
  return parts.join(' ');
}

function meanNote(view) {
  const ns = view.lines.flatMap(line => line.groups.map(g => view.data.groups.completed[g]));
  const low = Math.min(...ns), high = Math.max(...ns);
  const bands = view.lines.some(line => line.points.some(point => edgeOf(view, point) > 0));
  return (view.across ? 'Each point' : 'Each line') + ' is the mean over the completed trials of a group, n = ' +
    (low === high ? low : low + ' to ' + high) +
    (bands ? '; ' + (view.across ? 'bar' : 'band') + ': ' + BANDS.find(band => band[0] === view.state.band)[1] : '') + '.';
}

function curveNotes(view) {
  const { lines, data } = view, { curves } = data;
  const parts = ['A trial that stopped early carries its last value forward; a dot ends a line whose trials had all stopped.'];
  if (lines.length < 100 && lines.some(line => resultOf(data, line.groups[0], 'fit_epoch'))) { parts.push('△ marks the mean fit epoch.'); }
  if (curves.every > 1) { parts.push('Only one group in ' + curves.every + ' has its curves here.'); }
  if (curves.step > 1) { parts.push('Curves have one epoch in ' + curves.step + '; the tables have all.'); }
  if (!Object.keys(curves.seeds).length) { parts.push('Single seeds are too many for this page; the tables have them.'); }
  return parts;
}
