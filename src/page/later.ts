/** A part of the script that runs later: `load` runs it once, `loaded` is undefined until it has run. */
export function later<Part>(run: () => Promise<Part>) {
  let loading: Promise<Part> | undefined;
  let part: Part | undefined;
  const load = () =>
    run().then(
      (come) => (part = come),
      (error: unknown) => {
        // So that the next one who asks tries again.
        loading = undefined;
        throw error;
      },
    );
  return {
    load: () => (loading ??= load()),
    loaded: () => part,
  };
}
