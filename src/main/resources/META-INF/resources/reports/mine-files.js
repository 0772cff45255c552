/** Photos and documents to be sent with what one raises: each goes at once, and stays until it is used or removed. */
import { ask, remove, say, upload, uploadFailure } from './page.js';
import { html, nothing, render } from './view.js';

const API = '../api/files';
const TYPES = ['image/jpeg', 'image/png', 'application/pdf'];
const MOST = 5;
const LARGEST = 10 * 1024 * 1024;

/** A small picture for the list. Drawn here: no address of another site, and nothing is asked of the product. */
async function small(file) {
  if (!file.type.startsWith('image/')) {
    return '';
  }
  try {
    const picture = await createImageBitmap(file, { resizeWidth: 160, resizeQuality: 'medium' });
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.7);
  } catch {
    return '';
  }
}

const size = (bytes) => (bytes > 1024 * 1024 ? (bytes / 1024 / 1024).toFixed(1) + ' MB' : Math.ceil(bytes / 1024) + ' kB');

/** @return what is wrong with a file before it is sent, or nothing */
function wrong(file) {
  if (!TYPES.includes(file.type)) {
    return say('只收 JPEG、PNG 图片和 PDF。', 'Only JPEG, PNG and PDF.');
  }
  return file.size > LARGEST ? say('超过 10 MB，请缩小后再传。', 'More than 10 MB; please make it smaller.') : '';
}

/**
 * @param container an empty element
 * @return ids(); sending(), whether one is on its way; problem(), what keeps the list from being handed in, or nothing
 */
export function files(container) {
  /** { key, name, size, id, picture, share, problem, file } */
  let all = [];
  let told = '';

  const draw = () => render(drawn(), container);

  const sending = () => all.some((one) => !one.id && !one.problem);

  function set(key, changes) {
    all = all.map((one) => (one.key === key ? { ...one, ...changes } : one));
    draw();
  }

  async function send(one) {
    set(one.key, { problem: '', share: 0 });
    try {
      const { id } = await upload(API, one.file, (share) => set(one.key, { share }));
      set(one.key, { id, share: 1 });
    } catch (error) {
      set(one.key, { problem: uploadFailure(error), share: 0 });
    }
  }

  function add(event) {
    const chosen = [...event.target.files];
    event.target.value = '';
    told = all.length + chosen.length > MOST ? say(`最多 ${MOST} 个，多出的没有添加。`, `At most ${MOST}; the rest was not added.`) : '';
    chosen.slice(0, MOST - all.length).forEach((file) => {
      const one = { key: crypto.randomUUID?.() || String(Math.random()), name: file.name, size: file.size, file, picture: '', share: 0, problem: wrong(file) };
      all = [...all, one];
      small(file).then((picture) => set(one.key, { picture }));
      if (!one.problem) {
        send(one);
      }
    });
    draw();
  }

  async function drop(one) {
    try {
      if (one.id) {
        await remove(API + '/' + encodeURIComponent(one.id));
      }
      all = all.filter((other) => other.key !== one.key);
    } catch (error) {
      set(one.key, { problem: uploadFailure(error) });
    }
    draw();
  }

  const row = (one) => html`<li>
    ${one.picture ? html`<img src=${one.picture} alt="">` : html`<span class="kind">${one.name.split('.').pop().toUpperCase().slice(0, 4)}</span>`}
    <span class="name">${one.name}<small>${size(one.size)}${one.id ? say(' · 已传', ' · sent') : ''}</small>
      ${!one.id && !one.problem ? html`<progress max="1" .value=${one.share} aria-label=${say('上传进度 ', 'Progress ') + one.name}></progress>` : nothing}
      ${one.problem ? html`<span class="refused" role="alert">${one.problem}</span>` : nothing}
      ${one.problem && one.file && !wrong(one.file) ? html`<button type="button" @click=${() => send(one)}>${say('重传', 'Again')}</button>` : nothing}
    </span>
    <button type="button" class="quiet" aria-label=${say('删去 ', 'Remove ') + one.name} @click=${() => drop(one)}>×</button>
  </li>`;

  const drawn = () => html`
    <ul class="uploads">${all.map(row)}</ul>
    ${
      all.length < MOST
        ? html`<label class="choose">${say('拍照或选择文件', 'Take a photo or choose a file')}
            <input type="file" accept=${TYPES.join(',')} multiple @change=${add}></label>`
        : nothing
    }
    <p class="quiet">${told || say('可不加。最多五个：JPEG、PNG 图片或 PDF，每个不超过 10 MB。', 'Optional. At most five JPEG, PNG or PDF files of 10 MB each.')}</p>`;

  draw();
  // What was sent before and not used is still there.
  ask(API)
    .then((before) => {
      all = [...before.map((one) => ({ ...one, key: one.id, picture: '', share: 1, problem: '' })), ...all];
      draw();
    })
    .catch(() => {});
  return {
    ids: () => all.filter((one) => one.id).map((one) => one.id),
    sending,
    problem() {
      if (sending()) {
        return say('文件还在上传，请稍候再提交。', 'A file is still being sent; please wait a moment.');
      }
      return all.some((one) => !one.id) ? say('有文件没有传上去，请重传或删去后再提交。', 'A file was not sent: send it again or remove it.') : '';
    },
  };
}
