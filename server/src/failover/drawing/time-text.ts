// Seconds as a drawing writes them: short, and exact to a hundredth.
import type { Span } from '../simulation/rehearsal';

/** `2.53-3.53 s`, `10 min`, `1:10:00-1:10:02`. */
export function spanText([from, to]: Span): string {
  if (from === to) return secondsText(from);
  if (to >= 120) return `${clockText(from)}-${clockText(to)}`;
  return `${secondsText(from).slice(0, -' s'.length)}-${secondsText(to)}`;
}

/** `5.14 s`, `30 min`, `1 h 10 s`. */
export function secondsText(seconds: number): string {
  const whole = hundredth(seconds);
  if (whole < 120) return `${whole} s`;
  const parts = [
    { value: Math.floor(whole / 3600), unit: 'h' },
    { value: Math.floor(whole / 60) % 60, unit: 'min' },
    { value: hundredth(whole % 60), unit: 's' },
  ];
  return parts
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ');
}

/** `1:10:02`: short enough for an axis. */
export function clockText(seconds: number): string {
  const whole = hundredth(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours}:${twoDigits(minutes)}:${twoDigits(hundredth(whole % 60))}`;
}

function twoDigits(value: number): string {
  return `${value < 10 ? '0' : ''}${value}`;
}

function hundredth(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
