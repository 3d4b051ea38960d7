import { Alert } from '@mantine/core';

/** Why something was not saved, where it was tried. */
export function Trouble({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <Alert color="red" variant="outline" role="alert" title="Not saved" mt={12} maw={640}>
      {words}
    </Alert>
  );
}
