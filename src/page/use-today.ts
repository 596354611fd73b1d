import { useEffect, useRef, useState } from 'react';
import { formatDate, localDay, type IsoDate } from '../engine/dated';
import { relativeDay } from '../answers/read-answers';
import { dayFields } from '../answers/day-answers';
import type { WorksheetForm } from '../fields/form';

/** Today, also on a page that was left open overnight. */
export function useToday(openedOn: IsoDate): IsoDate {
  const [today, setToday] = useState(openedOn);
  useEffect(() => {
    const look = () => setToday((before) => localDay(new Date()) ?? before);
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 60_000);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, []);
  return today;
}

/** Writes each day that is told from today, like "t-1", as the date that it is. */
export function settleDays({ getValues, setValue }: Pick<WorksheetForm, 'getValues' | 'setValue'>, today: IsoDate) {
  for (const name of dayFields) {
    const meant = relativeDay(getValues(name), today);
    if (meant) setValue(name, formatDate(meant));
  }
}

/** A "t" that still stands in a field at midnight means the day on which it was typed. */
export function useDaysSettled(
  today: IsoDate,
  { getValues, setValue }: Pick<WorksheetForm, 'getValues' | 'setValue'>,
): void {
  const dayBefore = useRef(today);
  useEffect(() => {
    if (today !== dayBefore.current) settleDays({ getValues, setValue }, dayBefore.current);
    dayBefore.current = today;
  }, [getValues, setValue, today]);
}
