// Headings that mean a field of an offer: exports of shops, crawlers and fairs, domain.md 8.3.
import type { Offer } from '@zhijian/contract';
import type { Columns } from '../readers/index.ts';

export type OfferField = Exclude<keyof Offer, 'extra'>;

export const OFFER_COLUMNS: Columns<OfferField> = {
  kind: '信息类型 产品信息类型 来源类型 offer_kind offer_type',
  platform: '平台 平台名称 电商平台 来源平台 销售平台 网站 网站名称 来源网站 站点 platform_name site website marketplace channel source',
  item_id: `
    商品ID 商品编号 商品编码 宝贝ID 宝贝编号 产品ID 产品编号 展品编号 报关单号 编号 id itemId item_no num_iid goods_id product_id offer_id
    listing_id asin
  `,
  url: `
    链接 商品链接 宝贝链接 产品链接 详情链接 商品网址 商品地址 宝贝地址 网址 商品URL link href item_url product_url listing_url offers.url
  `,
  title: `
    标题 商品标题 宝贝标题 产品标题 商品名称 宝贝名称 产品名称 展品名称 货物名称 服务名称 品名 商品名 名称 name product_title product_name
    item_title item_name goods_name listing_title subject
  `,
  description: `
    描述 商品描述 宝贝描述 产品描述 详情 商品详情 宝贝详情 产品详情 图文详情 详情描述 商品介绍 介绍 简介 desc detail details detail_text
    item_description product_description
  `,
  brand: '品牌 品牌名 品牌名称 商品品牌 产品品牌 brand_name brand.name brand_attr',
  maker: `
    生产企业 生产企业名称 生产厂家 生产厂商 生产商 生产者 生产单位 制造商 厂家 厂商 厂名 manufacturer manufacturer.name producer made_by
  `,
  category: `
    类目 商品类目 宝贝类目 所属类目 类目路径 商品分类 产品分类 产品类别 商品类别 分类 品类 category_path category_name categories
    product_type product_category
  `,
  price: `
    价格 商品价格 宝贝价格 售价 销售价 销售价格 现价 到手价 券后价 促销价 优惠价 活动价 成交价 单价 申报单价 sale_price current_price
    promo_price unit_price offers.price offers.lowPrice
  `,
  currency: '币种 货币 币制 价格单位 currency_code price_currency priceCurrency offers.priceCurrency',
  sales: `
    销量 月销量 月销 月成交 总销量 累计销量 商品销量 宝贝销量 销售量 销售数量 成交量 已售 付款人数 收货人数 成交笔数 sold sold_count
    sale_count sales_count sales_volume monthly_sales units_sold quantity_sold
  `,
  shop: '店铺 店铺名 店铺名称 店名 网店 网店名称 商铺 商铺名称 店铺标题 shop_name shop_title store store_name',
  seller: `
    卖家 卖家名称 商家 商家名称 经营者 经营者名称 经营主体 店铺主体 主体名称 公司 公司名称 企业名称 单位名称 参展商 参展企业 发货单位
    卖家昵称 掌柜 掌柜名 旺旺 seller_name vendor merchant merchant_name company company_name entity.name offers.seller.name exhibitor
    seller_nick
  `,
  seller_code: `
    统一社会信用代码 社会信用代码 信用代码 卖家代码 卖家统一社会信用代码 商家信用代码 经营者统一社会信用代码 营业执照号 营业执照编号
    uscc seller_uscc entity.uscc credit_code company_code
  `,
  ship_from: `
    发货地 发货地址 发货城市 发货地区 宝贝所在地 所在地 店铺所在地 货源地 ships_from shipped_from shipping_from item_location location
  `,
  market: '市场 销售市场 销售地域 销售地 销售国家 目的国 目的地国 market_country destination_country',
  images: `
    图片 商品图片 宝贝图片 产品图片 主图 商品主图 主图链接 图片链接 图片地址 image image_url image_urls main_images pictures picture
    pic_url photo photos img image_link image_links additional_image_link
  `,
  made_on: `
    生产日期 制造日期 出厂日期 生产日 production_date manufacture_date manufacturing_date manufactured_on date_of_manufacture mfg_date
  `,
  captured_at: `
    抓取时间 抓取日期 采集时间 采集日期 取证时间 取证日期 爬取时间 发现时间 发现日期 更新时间 申报日期 captured captured_on capture_time
    crawl_time crawled_at scraped_at fetched_at collected_at update_time
  `,
  language: '语言 语种 lang locale',
  marking: `
    标识 商品标识 产品标识 标注 标注内容 商品标注 产品标注 包装标注 包装标识 包装文字 实物标注 实物文字 商品或包装标注 marking_text
    packaging_text package_text label_text words_on_goods
  `,
};
