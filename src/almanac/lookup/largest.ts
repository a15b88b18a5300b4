/** Fewer than this are searched as they are; a sample of them would be all of them. */
const SMALL = 600;

/**
 * The number that would stand at a place (from 0) if the numbers were sorted, the largest first; they stay as they are. Takes
 * time in proportion to how many there are, wherever the place is (R. W. Floyd and R. L. Rivest, Algorithm 489, 1975).
 */
export function largestAt(numbers: Float64Array, place: number): number {
  const copy = numbers.slice();
  select(copy, 0, copy.length - 1, place);
  return copy[place] ?? Number.NaN;
}

/** Moves the numbers between two places so that the one at a place between them is where sorting would put it. */
function select(numbers: Float64Array, from: number, to: number, place: number): void {
  let [left, right] = [from, to];
  while (right > left) {
    if (right - left > SMALL) select(numbers, ...sampleAround(left, right, place), place);
    const pivot = numbers[place] ?? 0;
    let [low, high] = [left, right];
    while (low <= high) {
      while ((numbers[low] ?? 0) > pivot) low++;
      while ((numbers[high] ?? 0) < pivot) high--;
      if (low <= high) swap(numbers, low++, high--);
    }
    if (high < place) left = low;
    if (place < low) right = high;
  }
}

/** The bounds of a sample that holds the number looked for with great likelihood: they are closer the more there are. */
function sampleAround(left: number, right: number, place: number): [left: number, right: number] {
  const count = right - left + 1;
  const at = place - left + 1;
  const size = 0.5 * Math.exp((2 * Math.log(count)) / 3);
  const spread = 0.5 * Math.sqrt((Math.log(count) * size * (count - size)) / count) * Math.sign(at - count / 2);
  return [
    Math.max(left, Math.floor(place - (at * size) / count + spread)),
    Math.min(right, Math.floor(place + ((count - at) * size) / count + spread)),
  ];
}

function swap(numbers: Float64Array, one: number, other: number): void {
  const number = numbers[one] ?? 0;
  numbers[one] = numbers[other] ?? 0;
  numbers[other] = number;
}
