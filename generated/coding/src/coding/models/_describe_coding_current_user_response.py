"""Models of DescribeCodingCurrentUserResponse."""

from pydantic import Field

from .._model import Integer, Model


class User(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """用户 ID"""
    status: Integer | None = Field(default=None, validation_alias="Status", serialization_alias="Status")
    """状态(新用户/已激活)"""
    email: str | None = Field(default=None, validation_alias="Email", serialization_alias="Email")
    """邮箱"""
    global_key: str | None = Field(default=None, validation_alias="GlobalKey", serialization_alias="GlobalKey")
    """用户唯一标志"""
    avatar: str | None = Field(default=None, validation_alias="Avatar", serialization_alias="Avatar")
    """头像地址"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """姓名"""
    name_pin_yin: str | None = Field(default=None, validation_alias="NamePinYin", serialization_alias="NamePinYin")
    """姓名拼音"""
    phone: str | None = Field(default=None, validation_alias="Phone", serialization_alias="Phone")
    """联系电话"""
    phone_validation: Integer | None = Field(
        default=None, validation_alias="PhoneValidation", serialization_alias="PhoneValidation"
    )
    """手机是否已验证"""
    email_validation: Integer | None = Field(
        default=None, validation_alias="EmailValidation", serialization_alias="EmailValidation"
    )
    """邮箱是否已验证"""
    phone_region_code: str | None = Field(
        default=None, validation_alias="PhoneRegionCode", serialization_alias="PhoneRegionCode"
    )
    """手机号地区"""
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    """团队 ID"""


class DescribeCodingCurrentUserResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""
    user: User | None = Field(default=None, validation_alias="User", serialization_alias="User")
    """用户个人信息"""


class DescribeCodingCurrentUserResponse(Model):
    response: DescribeCodingCurrentUserResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
