// The lines of a view: which groups each joins, in which panel it is, and its points.
const MAX_LINES = 400; // in all panels: more cannot be told apart

function findLines(view) {
  const found = allLines(view), every = Math.ceil(found.length / MAX_LINES);
  view.found = found.length;
  view.lines = found.filter((line, i) => i % every === 0)
    .map(line => ({ ...line, points: pointsOf(view, line), name: nameOf(view, line) })).filter(line => line.points.length);
}

/** Returns all lines of groups that have points; there may be very many groups. */
function allLines(view) {
  const data = view.data, measure = measureOf(view), byKey = new Map(), isJoined = view.across && !data.scattered;
  const axes = axesOf(view), [columns, rows, colour] = ['columns', 'rows', 'colour'].map(role => roleOf(view, role));
  const held = heldAxes(view).filter(axis => heldOf(view, axis) !== 'all');
  const place = (axis, g, set) => axis ? placeOf(view, axis, g, set) : 0;
  const isShown = (g, set) => held.every(axis => Number(heldOf(view, axis)) === placeOf(view, axis, g, set));
  (measure.sets ? data.sets : ['']).forEach(set => {
    const id = measure.id(set);
    data.all.filter(g => hasPoints(view, id, g) && isShown(g, set)).forEach(g => {
      const key = isJoined ? axes.map(axis => placeOf(view, axis, g, set)).join() : set + g;
      if (!byKey.has(key)) {
        byKey.set(key, { set, id, groups: [], colour: place(colour, g, set), column: place(columns, g, set), row: place(rows, g, set) });
      }
      byKey.get(key).groups.push(g);
    });
  });
  return [...byKey.values()];
}

function hasPoints(view, id, g) {
  return view.across ? resultOf(view.data, g, id) !== null : view.data.curves[id].mean[g].length > 0;
}

function pointsOf(view, line) {
  if (!view.across) {
    return meanCurve(view.data, line.groups[0], line.id).map(point => ({ ...point, x: point[view.state.x] }))
      .filter(point => !view.state.logx || point.x > 0);
  }
  const axis = acrossAxis(view);
  return line.groups.map(g => ({ g: g, place: axis.of[g], result: resultOf(view.data, g, line.id) })).filter(at => at.result)
    .sort((a, b) => a.place - b.place)
    .map(at => ({ ...at.result, g: at.g, x: axis.numbers.length ? axis.numbers[at.place] : at.place }));
}

/** Says in words how a line differs from the others in its panel. */
function nameOf(view, line) {
  const differing = axesOf(view).filter(axis => ![view.state.columns, view.state.rows].includes(axis.key))
    .filter(axis => axis.key === view.state.colour || heldOf(view, axis) === 'all');
  return differing.map(axis => axis.words + ' ' + axis.values[placeOf(view, axis, line.groups[0], line.set)]).join(' · ') || 'mean';
}

function panelsOf(lines) {
  const panels = new Map();
  lines.forEach(line => {
    const key = line.row + ',' + line.column;
    panels.set(key, (panels.get(key) || []).concat(line));
  });
  return [...panels.values()].sort(([a], [b]) => a.row - b.row || a.column - b.column);
}

function visible(view, lines) { return lines.filter(line => !view.hidden.has(line.colour)); }

/** Returns half the height of a point's band; 0 where it has none. */
function edgeOf(view, point) { return view.state.band === 'none' ? 0 : point[view.state.band] || 0; }

function figuresOf(view, line) {
  const id = view.across ? line.id : 'final_' + line.id;
  return view.data.published.filter(figure => figure.metric === id && line.groups.includes(figure.group));
}

/** Returns a line's point at a place, or the nearest one before it. */
function pointAt(line, x) {
  return line.points.reduce((found, point) => point.x <= x + 1e-9 ? point : found, line.points[0]);
}
