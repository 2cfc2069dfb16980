// How numbers and texts are written. Settings come as texts: they are never rounded here.
/** A result in its usual digits, and as many more as its metric needs to tell its groups apart. */
function number(kind, value, more) {
  const extra = more || 0;
  if (value === null || value === undefined) { return '-'; }
  if (kind === 'accuracy') { return value.toFixed(3 + extra).replace(/^-(?=[0.]+$)/, ''); }
  if (kind === 'cost') {
    const size = Math.abs(value);
    return size !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential(3 + extra) : value.toPrecision(4 + extra);
  }
  return Number.isInteger(value) ? String(value) : value.toFixed(1 + extra);
}

/** A value of a metric. */
function told(metric, value) { return number(metric.kind, value, metric.more); }

function plain(value) { return String(Number(value.toPrecision(6))); }

function escaped(text) {
  return String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
}

/** Long texts in a chart are cut: their whole stands in the table. */
function short(text, most) { return text.length > most ? text.slice(0, most - 1) + '…' : text; }

/** Cuts the texts of one axis, but not so that two of them look the same. */
function shorts(texts, most) {
  const apart = new Set(texts.map(text => short(text, most))).size === new Set(texts).size;
  return text => apart ? short(text, most) : text;
}

function count(n, noun) { return n.toLocaleString('en') + ' ' + noun + (n === 1 ? '' : 's'); }

/** An element with its properties, attributes (data-, aria-, role) and children. */
function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  Object.entries(properties || {}).forEach(([key, value]) => {
    if (/-|^role$|^scope$/.test(key)) { made.setAttribute(key, value); } else { made[key] = value; }
  });
  made.append(...children);
  return made;
}

/** A labelled choice in a form; nothing where there is nothing to choose. */
function choice(form, name, label, options, value) {
  const cut = shorts(options.map(([key, words]) => words), 40);
  const select = element('select', { name: name },
    ...options.map(([key, words]) => element('option', { value: key, selected: key === value }, cut(words))));
  if (options.length > 1) { form.append(element('label', {}, label + ' ', select)); }
  return select;
}

function tick(form, name, label, checked) {
  const box = element('input', { type: 'checkbox', name: name, checked: checked });
  form.append(element('label', {}, box, ' ' + label));
  return box;
}
