// The form above small multiples.
const MAX_HELD_VALUES = 200;

function fillControls(form, view) {
  const { state, data } = view, orNone = axes => [['', 'none']].concat(axisChoices(axes));
  const isOpen = (form.querySelector('details') || {}).open || false;
  form.textContent = '';
  addChoice(form, 'measure', 'show', view.measures.map(measure => [measure.key, measure.words]), state.measure);
  if (view.across) { addChoice(form, 'x', 'across', axisChoices(data.axes), state.x); }
  ['columns', 'rows'].forEach(role => addChoice(form, role, role, orNone(facetAxes(view)), state[role]));
  addChoice(form, 'colour', 'colour', orNone(axesOf(view)), state.colour);
  heldAxes(view).forEach(axis =>
    addChoice(form, 'held:' + axis.key, axis.words, valueChoices(axis).slice(0, MAX_HELD_VALUES), heldOf(view, axis)));
  const inside = element('div', {});
  form.append(element('details', { open: isOpen }, element('summary', {}, 'more'), inside));
  if (!view.across) { addChoice(inside, 'x', 'by', [['epoch', 'epoch'], ['seconds', 'seconds of training']], state.x); }
  addChoice(inside, 'band', 'band', BANDS, state.band);
  if (!view.across && Object.keys(data.curves.seeds).length) { addTick(inside, 'seeds', 'single seeds', state.seeds); }
  addTick(inside, 'logx', 'logarithmic across', state.logx);
  addTick(inside, 'logy', 'logarithmic upwards', state.logy);
}
