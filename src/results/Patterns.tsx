import './patterns.css';

/** Hatching and dots, told apart without color; `id` keeps those of one picture from those of another. */
export function Patterns({ id }: { id: string }) {
  return (
    <svg className="patterns" aria-hidden="true">
      <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line y2="6" />
      </pattern>
      <pattern id={`${id}dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1" />
      </pattern>
    </svg>
  );
}

/** The fill of a shape, as `Patterns` of the same id draws it. */
export const patterned = (id: string, pattern: 'hatch' | 'dots') => ({ fill: `url(#${id}${pattern})` });
