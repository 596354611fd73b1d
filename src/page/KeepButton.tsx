type KeepButtonProps = { className: 'head-keep' | 'bar-keep'; onKeep: () => void };

/** Keeps the claim among the clinic’s: in the head that stays in view, or on a narrow screen at its foot. */
export function KeepButton({ className, onKeep }: KeepButtonProps) {
  return (
    <button
      type="button"
      className={`ds-c-button ds-c-button--small ${className}`}
      aria-label="Keep this claim among the clinic’s"
      onClick={onKeep}
    >
      Keep
    </button>
  );
}
