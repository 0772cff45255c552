create table programme (
    code varchar(40) not null primary key,
    family varchar(40) not null,
    name varchar(100) not null,
    document varchar(200) not null,
    from_day date not null,
    to_day date,
    trial boolean not null,
    -- Login; null for what is shipped.
    added_by varchar(64),
    check (to_day is null or to_day >= from_day)
);

insert into programme (code, family, name, document, from_day, trial) values
    ('zhejiang', 'zhejiang', '“事业之友”教职工党员与非党员教职工联系结对制度',
        '中共浙江大学委员会 党委发〔2016〕10号', date '2016-03-08', false),
    ('jilin', 'jilin', '院（部）党组织班子成员联系党支部、联系师生制度（试行）',
        '中共吉林交通职业技术学院委员会 吉交院组字[2018]6号', date '2018-09-03', true),
    ('shandong', 'shandong', '关于做好党员联系和服务群众工作的意见',
        '中共山东师范大学委员会 山东师大党字〔2007〕9号', date '2007-04-11', false),
    ('usst', 'usst', '关于加强基层服务型党组织建设的实施办法',
        '中共上海理工大学委员会 上理工委〔2014〕23号', date '2014-09-09', false),
    -- The document bears neither date nor number.
    ('teaching-branch', 'teaching-branch', '教工党支部党员联系群众制度',
        '教工党支部党员联系群众制度', date '2016-09-01', false);

create table programme_use (
    -- Code of a college; - for every college that has chosen none.
    college varchar(32) not null,
    programme varchar(40) not null references programme (code),
    from_day date not null,
    decided_by varchar(64),
    primary key (college, from_day)
);

insert into programme_use (college, programme, from_day) values ('-', 'zhejiang', date '2016-03-08');
