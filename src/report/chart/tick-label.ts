/** `0.01`, `1,000`, `20,000`; beyond that powers of ten with a raised exponent. */
export function tickLabel(value: number): string {
  if (value === 0) return '0';
  const [mantissa, exponent] = Number(value.toPrecision(6)).toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power <= 5) return plain(Number(`${mantissa}e${power}`));
  const raised = `10<tspan dy="-4" font-size="8">${power < 0 ? '−' : ''}${Math.abs(power)}</tspan>`;
  return mantissa === '1' ? raised : `${mantissa}·${raised}`;
}

function plain(value: number): string {
  const [whole, fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
