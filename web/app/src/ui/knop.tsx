import clsx from 'clsx';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { nl } from '../teksten/nl';
import { Icoon, type IcoonNaam } from './Icoon';

type Soort = 'eerst' | 'tweede' | 'stil' | 'gevaar';
const UTRECHT: Record<Soort, string> = {
  eerst: 'utrecht-button--primary-action',
  tweede: 'utrecht-button--secondary-action',
  stil: 'utrecht-button--subtle',
  gevaar: 'utrecht-button--secondary-action',
};

export interface KnopProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  soort?: Soort;
  klein?: boolean;
  bezig?: boolean;
  icoon?: IcoonNaam;
  children: ReactNode;
}

export function knopKlasse(soort: Soort = 'tweede', klein = false) {
  return clsx('utrecht-button', UTRECHT[soort], 'knop', `knop--${soort}`, klein && 'knop--klein');
}

/** While busy it stays where it is and as wide as it is; a second press does nothing. */
export function Knop({
  soort = 'tweede',
  klein,
  bezig = false,
  icoon,
  children,
  onClick,
  ...rest
}: KnopProps) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(knopKlasse(soort, klein), rest.className)}
      aria-disabled={bezig || rest['aria-disabled'] || undefined}
      data-bezig={bezig || undefined}
      onClick={(event) => {
        if (bezig || rest['aria-disabled']) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {icoon && <Icoon naam={icoon} />}
      {children}
      {bezig && <span className="vh">{nl.bezig}</span>}
    </button>
  );
}

export interface IcoonKnopProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  naam: string;
  icoon: IcoonNaam;
}

export function IcoonKnop({ naam, icoon, ...rest }: IcoonKnopProps) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx('knop knop--icoon', rest.className)}
      aria-label={naam}
      title={naam}
    >
      <Icoon naam={icoon} />
    </button>
  );
}
