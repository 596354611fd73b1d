type TakeOutProps = {
  /** What is taken out. */
  name: string;
  /** The control that the focus goes to: the button goes with what is taken out. */
  backTo: string;
  onTakeOut: () => void;
};

/** Takes something opened out of what is shown. */
export const TakeOut = ({ name, backTo, onTakeOut }: TakeOutProps) => (
  <button
    type="button"
    className="ds-c-button ds-c-button--small"
    aria-label={`Take out: ${name}`}
    onClick={() => {
      onTakeOut();
      document.getElementById(backTo)?.focus();
    }}
  >
    Take out
  </button>
);
