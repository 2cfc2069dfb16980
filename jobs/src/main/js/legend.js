// The legend of small multiples, whose buttons hide lines.
const MAX_LEGEND_BUTTONS = 24;

function fillLegend(box, view, look, onToggle) {
  const axis = roleOf(view, 'colour');
  box.textContent = '';
  box.hidden = !axis;
  if (!axis) { return; }
  box.append(element('span', { className: 'axis-name' }, axis.words));
  if (axis.values.length > MAX_LEGEND_BUTTONS) {
    addGradient(box, axis, look);
    return;
  }
  const present = new Set(view.lines.map(line => line.colour));
  axis.values.forEach((value, place) => { if (present.has(place)) { box.append(buttonOf(view, look, axis, place, onToggle)); } });
}

function addGradient(box, axis, look) {
  const ends = [axis.values[0], axis.values[axis.values.length - 1]], gradient = element('span', { className: 'gradient' });
  gradient.style.background = 'linear-gradient(90deg,' + rampColours(look).join() + ')';
  box.append(gradient, element('span', {}, ends.map(shortener(ends, 12)).join(' to ')));
}

function buttonOf(view, look, axis, place, onToggle) {
  const button = element('button', { type: 'button', 'aria-pressed': String(!view.hidden.has(place)) });
  button.innerHTML = swatch(colourOf(look, axis, place));
  button.append(element('span', {}, axis.values[place]));
  button.addEventListener('click', () => {
    if (!view.hidden.delete(place)) { view.hidden.add(place); }
    button.setAttribute('aria-pressed', String(!view.hidden.has(place)));
    onToggle();
  });
  return button;
}
