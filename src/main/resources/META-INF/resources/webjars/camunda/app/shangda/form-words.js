/** Chinese for the texts that form-js has fixed in English: 1.8.7 in Tasklist, 1.23.0 on the own pages. */
import { chinese } from './language.js';
import { rewordAttribute, rewordText } from './reword.js';

if (chinese) {
  rewordText('.fjs-container .fjs-form-field-error li', [
    [/^Field is required\.$/, '此项必填'],
    [/^Field must match pattern .*$/s, '格式不正确，请按本项说明填写'],
    [/^Field must have minimum value of (.+)\.$/, '不能小于 $1'],
    [/^Field must have maximum value of (.+)\.$/, '不能大于 $1'],
    [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字'],
    [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字'],
    [/^Field must be a valid +international phone number\..*$/, '请填写带国家代码的电话号码，例如 +8657112345678'],
    [/^Field must be a valid email\.$/, '请填写有效的电子邮箱地址'],
    [/^Value is not a number\.$/, '请填写数字'],
    [/^Value is expected to be an integer\.$/, '请填写整数'],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数'],
    [
      /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
      '此值不可用，最接近的可用值是 $1 和 $2',
    ],
    [/^Date and time must both be entered\.$/, '日期和时间都要填写'],
  ]);
  rewordText('.fjs-container .fjs-select-placeholder', [[/^Select$/, '请选择']]);
  rewordText('.fjs-container .fjs-dropdownlist-empty', [
    [/^No results$/, '没有匹配的选项'],
    [/^All values selected$/, '已全部选中'],
  ]);
  rewordText('.fjs-container .fjs-taglist-skip-link', [[/^Skip to search$/, '跳到搜索']]);
  rewordText('.fjs-container .fjs-repeat-render-add', [[/^Add new$/, '添加一项']]);
  rewordText('.fjs-container .fjs-repeat-render-collapse', [
    [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
    [/^Collapse$/, '收起'],
  ]);
  rewordText('.fjs-container .fjs-table-empty, .fjs-container .fjs-table-body td[colspan]', [
    [/^Nothing to show\.$/, '暂无内容'],
  ]);
  rewordText('.fjs-container .fjs-iframe-placeholder-text', [
    [/^No content to show\.$/, '暂无内容'],
    [/^External content couldn't be loaded\.$/, '未能加载外部内容'],
  ]);

  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  rewordText(
    '.flatpickr-weekday',
    days.map((day, n) => [new RegExp(`^${day}$`), '日一二三四五六'[n]]),
  );
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  rewordText(
    '.flatpickr-monthDropdown-month, .flatpickr-current-month .cur-month',
    months.map((month, n) => [new RegExp(`^${month}$`), `${n + 1}月`]),
  );

  rewordAttribute('.fjs-container .fjs-input, .fjs-container .fjs-taglist-input', 'placeholder', [
    [/^Search$/, '请选择，可输入文字查找'],
    [/^hh:mm( \?m)?$/, '时：分'],
    [/^yyyy(.)mm\1dd$/, '年$1月$1日'],
    [/^mm(.)dd\1yyyy$/, '月$1日$1年'],
    [/^dd(.)mm\1yyyy$/, '日$1月$1年'],
  ]);
  rewordAttribute('.fjs-container .fjs-taglist-tag-remove', 'title', [[/^Remove tag$/, '移除']]);
  rewordAttribute('.fjs-container button, .fjs-container th', 'aria-label', [
    [/^Increment$/, '增加'],
    [/^Decrement$/, '减少'],
    [/^Previous page$/, '上一页'],
    [/^Next page$/, '下一页'],
    [/^Remove list item (\d+)$/, '移除第 $1 项'],
    [/^Click to sort by (.+) descending$/, '点击按“$1”降序排列'],
    [/^Click to sort by (.+) ascending$/, '点击按“$1”升序排列'],
    [/^Click to remove sorting$/, '点击取消排序'],
  ]);
}
