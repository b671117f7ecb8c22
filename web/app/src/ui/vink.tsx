// The box with which something that is to be done is ticked off. It shows as ticked while the command is under way.
import { useState } from 'react';

interface VinkProps {
  wat: string;
  /** For who does not see it: what a tick says. */
  naam: string;
  zet: () => Promise<void>;
}

export function Vink({ wat, naam, zet }: VinkProps) {
  const [onderweg, setOnderweg] = useState(false);
  const vink = async () => {
    setOnderweg(true);
    await zet();
    setOnderweg(false);
  };
  return (
    <label className="keuze">
      <input type="checkbox" checked={onderweg} onChange={() => void vink()} aria-label={naam} />
      <strong>{wat}</strong>
    </label>
  );
}
