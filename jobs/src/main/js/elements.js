// Elements of the document, and choices in a form.

function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  Object.entries(properties || {}).forEach(([key, value]) => {
    if (/-|^role$|^scope$/.test(key)) { made.setAttribute(key, value); } else { made[key] = value; }
  });
  made.append(...children);
  return made;
}

function addChoice(form, name, label, options, value) {
  const cut = shortener(options.map(([key, words]) => words), 40);
  const select = element('select', { name: name },
    ...options.map(([key, words]) => element('option', { value: key, selected: key === value }, cut(words))));
  if (options.length > 1) { form.append(element('label', {}, label + ' ', select)); }
}

function addTick(form, name, label, checked) {
  const box = element('input', { type: 'checkbox', name: name, checked: checked });
  form.append(element('label', {}, box, ' ' + label));
  return box;
}

function axisChoices(axes) { return axes.map(axis => [axis.key, axis.words]); }

function valueChoices(axis) { return [['all', 'all']].concat(axis.values.map((value, place) => [String(place), value])); }
