// Parts that all charts share.

function mutedText(look) { return { color: look.muted, fontSize: 12 }; }

/** Returns the look of an axis; long texts of categories are cut. */
function axisLook(look, horizontal, texts = []) {
  const cut = shortener(texts, 14), line = { lineStyle: { color: look.muted } };
  return {
    axisLabel: { ...mutedText(look), hideOverlap: true, formatter: value => typeof value === 'number' ? formatTick(value) : cut(value) },
    nameTextStyle: mutedText(look), nameLocation: 'middle', minorTick: { show: false },
    splitLine: { show: !horizontal, lineStyle: { color: look.grid } },
    axisLine: { show: horizontal, ...line }, axisTick: { show: horizontal, ...line }
  };
}

function nameAbove(look, words) {
  return { name: words, nameLocation: 'end', nameGap: 10, nameTextStyle: { ...mutedText(look), align: 'left' } };
}

function tooltipLook(look) {
  return {
    confine: true, transitionDuration: 0, backgroundColor: look.panel, borderColor: look.rule,
    extraCssText: 'max-width:calc(100vw - 32px);white-space:normal', textStyle: { color: look.ink, fontSize: 12 }
  };
}

function colourMap(look, metric, values, dimension) {
  return {
    type: 'continuous', min: Math.min(...values), max: Math.max(...values), dimension: dimension, orient: 'horizontal',
    right: 8, top: 0, itemWidth: 12, itemHeight: 120, calculable: true, textStyle: mutedText(look), precision: 9, padding: 0,
    formatter: value => formatMetric(metric, value), inRange: { color: rampColours(look) }
  };
}

function swatch(colour) {
  return '<svg width="18" height="10" aria-hidden="true"><line x1="0" x2="18" y1="5" y2="5" stroke="' + colour +
    '" stroke-width="3"/></svg>';
}
