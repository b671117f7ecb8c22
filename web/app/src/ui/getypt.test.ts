import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { eersteGetypt, useFormvertrek } from './getypt';

afterEach(() => document.body.replaceChildren());
const pagina = (html: string) => {
  document.body.innerHTML = html;
};
const typ = (kies: string, waarde: string) => {
  const veld = document.querySelector<HTMLInputElement>(kies);
  if (!veld) throw new Error(kies);
  veld.value = waarde;
  veld.dispatchEvent(new Event('input', { bubbles: true }));
  return veld;
};

function Vorm() {
  return createElement('form', { ref: useFormvertrek<HTMLFormElement>() }, createElement('textarea'));
}

// shows C6
// What a new version may not take away: the words of every form, without the form saying so.
describe('what was typed and nothing keeps', () => {
  it('is nothing on a page as it came, and the words in any field after that', () => {
    pagina('<form><input value="12"><textarea>was er al</textarea><select><option>een</select></form>');
    expect(eersteGetypt()).toBeUndefined();
    const veld = typ('textarea', 'Een opmerking');
    expect(eersteGetypt()).toBe(veld);
    typ('textarea', '  ');
    expect(eersteGetypt(), 'blank again').toBeUndefined();
  });

  it('is also in a field whose beginning goes along with its value, as of one that React sets', () => {
    pagina('<input value="">');
    const veld = typ('input', 'Jansen');
    veld.defaultValue = 'Jansen';
    expect(eersteGetypt()).toBe(veld);
  });

  it('is a choice in a form, and no way of looking; nor what a concept keeps or what is searched for', () => {
    pagina(
      '<input type="checkbox"><input type="search"><form data-houdt-concept><textarea></textarea></form><form role="search"><input></form>',
    );
    typ('[type="checkbox"]', 'on');
    typ('[type="search"]', 'Jansen');
    typ('[data-houdt-concept] textarea', 'Half');
    typ('[role="search"] input', 'Jansen');
    expect(eersteGetypt()).toBeUndefined();
    pagina('<form><select><option>een<option>twee</select></form>');
    const keuze = typ('select', 'twee');
    expect(eersteGetypt()).toBe(keuze);
  });

  it('makes the browser ask before it leaves, as long as the form is there', () => {
    const root = createRoot(document.body.appendChild(document.createElement('div')));
    flushSync(() => root.render(createElement(Vorm)));
    const gaat = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(gaat()).toBe(true);
    typ('textarea', 'Een oordeel');
    expect(gaat()).toBe(false);
    flushSync(() => root.unmount());
    expect(gaat()).toBe(true);
  });
});
