// A part of the portal that comes after what one came for. When it cannot be fetched that is said in its place, and the page around it stays.
import { type ComponentType, createElement, type LazyExoticComponent, lazy } from 'react';
import { nl } from '../teksten/nl';
import { Mislukt } from './Mislukt';

const Weg = () => createElement(Mislukt, { tekst: nl.fout.titel });

export const later = <P>(haal: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(() =>
    haal().then(
      (deel) => ({ default: deel }),
      () => ({ default: Weg as ComponentType<P> }),
    ),
  );
