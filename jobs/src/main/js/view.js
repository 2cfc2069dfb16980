// What a section of small multiples shows: a measure by epoch or across a setting, in panels by two axes and in colours by a third.
const MAX_FACETS = 12;
const ROLES = ['columns', 'rows', 'colour'];

function firstView(data, across) {
  const n = Math.max(0, ...data.groups.completed);
  const view = { data: data, across: across, measures: measures(data, across), hidden: new Set(), held: {}, lines: [], found: 0 };
  // An interval of two seeds says little more than that there are two.
  view.state = { measure: data.aboutMeasure, band: n > 2 ? 'interval' : 'deviation', seeds: false, logy: false, x: 'epoch' };
  if (across) { view.state.x = mainAxis(data).key; }
  view.state.logx = across && axisIn(view, view.state.x).log;
  chooseRoles(view);
  return view;
}

function measures(data, across) {
  const before = across ? 'final_' : '';
  const all = ['accuracy', 'cost'].map(kind => ({ key: kind, words: kind, kind: kind, sets: true,
    format: data.formats[kind], id: set => before + set + '_' + kind }));
  const others = across ? data.metrics.filter(metric => !/^final_/.test(metric.id)) : [];
  return all.concat(others.map(metric =>
    ({ key: metric.id, words: metric.words, kind: metric.kind, sets: false, format: metric.format, id: () => metric.id })));
}

/** Returns the setting with the most values, if possible one with at least three numbers. */
function mainAxis(data) {
  const most = [...data.axes].sort((a, b) => b.values.length - a.values.length);
  return most.find(axis => axis.numbers.length > 2) || most[0];
}

function measureOf(view) { return view.measures.find(measure => measure.key === view.state.measure); }

function axesOf(view) {
  const settings = view.data.axes.filter(axis => !view.across || axis.key !== view.state.x);
  return measureOf(view).sets && view.data.sets.length > 1 ? settings.concat(view.data.setAxis) : settings;
}

function axisIn(view, key) { return axesOf(view).concat(view.data.axes).find(axis => axis.key === key); }

function roleOf(view, role) { return axisIn(view, view.state[role]); }

function acrossAxis(view) { return view.across ? axisIn(view, view.state.x) : null; }

function facetAxes(view) { return axesOf(view).filter(axis => axis.values.length <= MAX_FACETS); }

/** Returns the axes without a role: they show all values, or one. */
function heldAxes(view) { return axesOf(view).filter(axis => !ROLES.some(role => view.state[role] === axis.key)); }

function heldOf(view, axis) { return view.held[axis.key] || 'all'; }

/** Returns which value of an axis a line has; it is its group's, except for the set. */
function placeOf(view, axis, g, set) { return axis === view.data.setAxis ? view.data.sets.indexOf(set) : axis.of[g]; }

/** Colours show the axis with most values, rows and columns the next ones; columns show the sets if there is room. */
function chooseRoles(view) {
  const data = view.data, sets = axesOf(view).includes(data.setAxis);
  const most = axesOf(view).filter(axis => axis !== data.setAxis).sort((a, b) => b.values.length - a.values.length);
  const colours = most.find(axis => axis.numbers.length && data.scattered) || most[0];
  const others = most.filter(axis => axis !== colours && axis.values.length <= MAX_FACETS);
  const facets = data.scattered ? others.filter(axis => axis.key === 'part') : others;
  const room = sets && facets.length < 2, key = axis => axis ? axis.key : '';
  Object.assign(view.state, { colour: key(colours), columns: room ? 'set' : key(facets[0]), rows: key(facets[room ? 0 : 1]) });
  view.held = { set: sets && !room ? String(data.sets.indexOf(data.aboutSet)) : 'all' };
  if (!data.scattered) { others.slice(2).forEach(axis => { view.held[axis.key] = '0'; }); }
}

/** Changes what the reader chose by the name of its input. */
function choose(view, name, value) {
  if (name.startsWith('held:')) { view.held[name.slice(5)] = value; } else { view.state[name] = value; }
  if (name === 'x' && view.across) {
    view.state.logx = axisIn(view, value).log;
    chooseRoles(view);
  }
  if (ROLES.includes(name) && value) { // an axis has one role
    ROLES.filter(role => role !== name && view.state[role] === value).forEach(role => { view.state[role] = ''; });
  }
  if (name === 'colour') { view.hidden.clear(); }
}

/** Whether only points are drawn, because lines would join groups that differ otherwise, or values without an order. */
function isDotsOnly(view) { return view.across && (view.data.scattered || !acrossAxis(view).numbers.length); }
