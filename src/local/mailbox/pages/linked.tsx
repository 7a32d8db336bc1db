/** Text with its web addresses made links. The rest stays text, escaped. */
export function Linked({ text }: { text: string }) {
  // A group in split() keeps what it matched: the odd parts are the addresses.
  return (
    <>
      {text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/gi).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ),
      )}
    </>
  );
}
