// Colours of values: one for each kind, or a ramp where they have an order. Java decides which, and the ramp itself.

function mix(a, b, share) {
  return '#' + [1, 3, 5].map(at => {
    const from = parseInt(a.slice(at, at + 2), 16), to = parseInt(b.slice(at, at + 2), 16);
    return ('0' + Math.round(from + (to - from) * share).toString(16)).slice(-2);
  }).join('');
}

/** Returns a colour of the part of the ramp that is visible on the page's background. */
function rampColour(look, share) {
  const at = (look.rampFrom + (look.rampTo - look.rampFrom) * share) * (look.ramp.length - 1);
  const left = Math.min(look.ramp.length - 2, Math.floor(at));
  return mix(look.ramp[left], look.ramp[left + 1], at - left);
}

function rampColours(look) { return [0, 0.2, 0.4, 0.6, 0.8, 1].map(share => rampColour(look, share)); }

/** Returns the colour of a value of an axis; without an axis, the first colour. */
function colourOf(look, axis, place) {
  if (!axis) { return look.kind(0); }
  return axis.ordered ? rampColour(look, place / Math.max(1, axis.values.length - 1)) : look.kind(place);
}
